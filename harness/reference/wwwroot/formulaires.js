// Fields that are filled with codes and passwords, on computers and phones.
export function useKeypad() {
  const keypad = document.querySelector("[data-clavier]");
  const field = document.querySelector("#mot-de-passe");
  if (keypad) {
    keypad.hidden = false;
    keypad.addEventListener("click", event => {
      if (event.target.matches("button") && field.value.length < field.maxLength) {
        field.value += event.target.textContent;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  }
}

// A form whose fields are all full is sent by itself, once; also when somebody was faster than this script.
export function sendWhenFull() {
  const form = document.querySelector("form[data-auto]");
  const send = () => {
    const fields = [...form.querySelectorAll("input")];
    if (!form.dataset.parti && fields.every(field => field.value.length === field.maxLength)) {
      form.dataset.parti = "oui";
      form.requestSubmit();
    }
  };
  if (form) {
    form.addEventListener("input", send);
    send();
  }
}
