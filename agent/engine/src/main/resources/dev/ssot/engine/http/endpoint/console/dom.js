/* The page is built of elements and text alone. Its content security policy lets no string become markup. */

/** Makes an element with a class, which may be empty, and with its children, of which strings are text. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

function button(label, onClick) {
  const made = element("button", "", label);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

/** Changes a text only if it differs, so that a selection and what a screen reader says are left alone. */
function setText(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

function setAttribute(target, name, value) {
  if (target.getAttribute(name) !== value) {
    target.setAttribute(name, value);
  }
}

/** Shows a mode as a badge, whose colour the style sheet takes from the attribute. */
function setMode(badge, mode) {
  setText(badge, mode);
  setAttribute(badge, "data-mode", mode);
}

/** Keeps one view for each key, in the order of the data. A view that stands in its place is not moved. */
class KeyedViews {
  /**
   * @param parent holds the views behind what it holds already
   * @param create makes a view, which has an element and a method update
   */
  constructor(parent, create) {
    this.parent = parent;
    this.before = parent.lastElementChild;
    this.create = create;
    this.views = new Map();
  }

  update(items, keyOf) {
    const focused = document.activeElement;
    const gone = new Map(this.views);
    let place = this.before ? this.before.nextElementSibling : this.parent.firstElementChild;
    for (const item of items) {
      const key = keyOf(item);
      if (!this.views.has(key)) {
        this.views.set(key, this.create(item));
      }
      gone.delete(key);
      const view = this.views.get(key);
      view.update(item);
      if (view.element === place) {
        place = place.nextElementSibling;
      } else {
        this.parent.insertBefore(view.element, place);
      }
    }
    for (const [key, view] of gone) {
      view.element.remove();
      this.views.delete(key);
    }
    if (focused !== document.activeElement && focused.isConnected) {
      focused.focus();
    }
  }
}
