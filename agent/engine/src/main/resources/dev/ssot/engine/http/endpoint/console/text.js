"use strict";

/*
 * Text for people. Names of classes, methods, groups and threads may hold any character: all of them go through visible(), and
 * reach the page as text and never as markup.
 */

/** Shows control and format characters, such as those that turn the direction of writing, as Java source does. */
function visible(text) {
  return String(text).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    character
      .split("")
      .map((unit) => "\\u" + unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"))
      .join(""));
}

function number(value) {
  return value.toLocaleString("en");
}

function count(value, singular) {
  return (value === 0 ? "no" : number(value)) + " " + singular + (value === 1 ? "" : "s");
}

/** Writes a rate with as many digits as a reader needs. */
function perMinute(rate) {
  return rate === null ? "–" : rate < 10 ? String(Math.round(rate * 10) / 10) : number(Math.round(rate));
}

/** Writes a moment as the agent's own answers do, in UTC. */
function clock(millis, withSeconds) {
  return new Date(millis).toISOString().slice(11, withSeconds ? 19 : 16);
}

/** Writes the time that is left, such as 1:59:07. */
function timeLeft(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const two = (value) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return (hours > 0 ? hours + ":" + two(minutes) : String(minutes)) + ":" + two(seconds % 60);
}

/** Returns the class name in two parts, the package with its dot and the rest. */
function packageAndName(className) {
  const dot = className.lastIndexOf(".") + 1;
  return [className.slice(0, dot), className.slice(dot)];
}
