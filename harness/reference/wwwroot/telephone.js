import { followEvents } from "./evenements.js";
import { sendWhenFull, useKeypad } from "./formulaires.js";

// The page becomes the screen that says how to allow the camera.
function showCameraRefused() {
  const template = document.querySelector("[data-camera-refusee]");
  document.body.dataset.ecran = template.dataset.ecran;
  document.title = "Caméra refusée – e-CPS";
  const heading = document.querySelector("h1");
  heading.textContent = "Caméra refusée";
  document.querySelector("main").replaceChildren(heading, template.content.cloneNode(true));
  document.querySelector("[role=alert]").focus();
}

// Looks at each picture of the camera until there is a QR code of an e-CPS in it.
async function scan(video) {
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    await video.play();
  } catch {
    showCameraRefused();
    return;
  }

  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const look = () => {
    // Asked for first, so that a picture that cannot be searched is not the last one.
    const next = video.requestVideoFrameCallback(look);
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    pen.drawImage(video, 0, 0);
    const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
    const code = jsQR(picture.data, picture.width, picture.height, { inversionAttempts: "dontInvert" });
    if (code?.data.startsWith("ECPS")) {
      video.cancelVideoFrameCallback(next);
      video.srcObject.getTracks().forEach(track => track.stop());
      document.forms[0].qr.value = code.data;
      document.forms[0].submit();
    }
  };
  video.requestVideoFrameCallback(look);
}

const camera = document.querySelector("[data-camera]");
if (camera) {
  const library = document.createElement("script");
  library.src = "/jsQR.js";
  library.onload = () => scan(camera);
  document.head.append(library);
}

followEvents();
useKeypad();
sendWhenFull();
