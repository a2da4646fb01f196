import { followEvents } from "./evenements.js";
import { sendWhenFull, useKeypad } from "./formulaires.js";

// The card's port asks the browser for a certificate. Asked from here and not by following the link, so that a card pulled out
// half way leads to a screen of ours and not to one of the browser's.
function connectWithCard() {
  const link = document.querySelector("[data-carte]");
  const progress = document.querySelector("[data-progres]");
  link?.addEventListener("click", async event => {
    event.preventDefault();
    progress.textContent = "Lecture de votre carte…";
    try {
      const answer = await fetch(link.href, { credentials: "include", headers: { Accept: "application/json" } });
      location.href = (await answer.json()).suite;
    } catch {
      location.href = "/connexion/echec?motif=Interrupted";
    }
  });
}

// Six boxes, one character each: the cursor moves by itself, also backwards and when a whole code is pasted.
function joinBoxes() {
  const boxes = [...document.querySelectorAll(".cases input")];
  boxes.forEach((box, i) => {
    box.addEventListener("input", () => box.value && boxes[i + 1]?.focus());
    box.addEventListener("keydown", event => {
      if (event.key === "Backspace" && !box.value) {
        boxes[i - 1]?.focus();
      }
    });
    box.addEventListener("paste", event => {
      event.preventDefault();
      [...event.clipboardData.getData("text").trim()].slice(0, boxes.length - i).forEach((character, j) => boxes[i + j].value = character);
      box.form.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
}

connectWithCard();
joinBoxes();
useKeypad();
sendWhenFull();
followEvents();
