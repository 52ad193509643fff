'use strict';
// Room and user come from the address: /?room=lobby&user=ann.
const query = new URLSearchParams(location.search);
const room = query.get('room') || 'lobby';
const user = query.get('user') || 'guest-' + Math.floor(Math.random() * 1000);
const byId = id => document.getElementById(id);
byId('where').textContent = `${user} in ${room}`;

function state(name, text) {
  byId('state').className = name;
  byId('state').textContent = text;
  byId('send').disabled = name !== 'open';
}

function line(element) {
  byId('messages').append(element);
  element.scrollIntoView();
}

function show(message) {
  const item = document.createElement('li');
  const time = document.createElement('time');
  time.textContent = new Date(message.at).toLocaleTimeString();
  const who = document.createElement('b');
  who.textContent = message.user;
  item.append(time, who, message.text);
  line(item);
}

function notice(text) {
  const item = document.createElement('li');
  item.className = 'notice';
  item.textContent = text;
  line(item);
}

function connect() {
  const address = new URL('chat', location.href.replace(/^http/, 'ws'));
  address.search = new URLSearchParams({room, user});
  const socket = new WebSocket(address);
  let settled;
  // A socket that opens and is closed at once was never connected in any useful sense.
  socket.onopen = () => { settled = setTimeout(() => state('open', 'connected'), 200); };
  socket.onmessage = frame => show(JSON.parse(frame.data));
  socket.onclose = event => {
    clearTimeout(settled);
    state('closed', `closed: ${event.code}`);
    notice(`The connection was closed by the server with status ${event.code}.`);
  };
  byId('form').onsubmit = event => {
    event.preventDefault();
    const text = byId('text').value.trim();
    if (text && socket.readyState === WebSocket.OPEN) {
      socket.send(text);
      byId('text').value = '';
    }
  };
}

fetch(`rooms/${encodeURIComponent(room)}/history`)
  .then(answer => answer.ok ? answer.json() : [])
  .then(history => history.forEach(show))
  .catch(() => {})
  .finally(connect);
