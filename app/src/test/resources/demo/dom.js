export function byId(id) {
  return document.getElementById(id);
}

export function made(tag, className, ...content) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

export function button(className, onClick, ...content) {
  const element = made('button', className, ...content);
  element.type = 'button';
  element.onclick = onClick;
  return element;
}
