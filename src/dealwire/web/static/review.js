// One key a decision: a key presses the button that names it. Without this file the buttons work as they are.
"use strict";

const KEPT = "dealwire.keys";
const field = (element) => element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const toggle = document.querySelector("[data-keys]");

if (toggle) {
  toggle.checked = localStorage.getItem(KEPT) !== "off";
  toggle.closest(".keys").hidden = false;
  toggle.addEventListener("change", () => localStorage.setItem(KEPT, toggle.checked ? "on" : "off"));
}

let taken = false; // a key that is held down decides once

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing || taken) return;
  if (localStorage.getItem(KEPT) === "off" || field(event.target)) return;
  const named = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key.toLowerCase());
  if (!named || named.disabled) return;
  event.preventDefault();
  taken = true;
  named.click();
});

window.addEventListener("pageshow", () => { taken = false; });
