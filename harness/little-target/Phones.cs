namespace CardConformance.LittleTarget;

/// <summary>The door for phones.</summary>
internal static class Phones
{
    private const string Phone = "appareil";

    // What the camera sees is searched until a picture of the computer's screen is in it.
    private const string Look =
        """
        <video muted playsinline width="300" aria-label="Ce que voit l'appareil photo"></video>
        <form id="vu" action="/vu" method="post"><input type="hidden" name="carre"></form>
        <script src="/jsQR.js"></script>
        <script>
          (async () => {
            const video = document.querySelector("video");
            video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
            await video.play();
            const canvas = document.createElement("canvas");
            const look = () => {
              canvas.width = video.videoWidth;
              canvas.height = video.videoHeight;
              if (canvas.width > 0) {
                const pen = canvas.getContext("2d", { willReadFrequently: true });
                pen.drawImage(video, 0, 0);
                const view = pen.getImageData(0, 0, canvas.width, canvas.height);
                const found = jsQR(view.data, view.width, view.height);
                if (found && found.data) {
                  const form = document.querySelector("#vu");
                  form.carre.value = found.data;
                  form.submit();
                  return;
                }
              }
              setTimeout(look, 150);
            };
            look();
          })();
        </script>
        """;

    // The page waits behind what is shown without a network, and comes back as it was.
    private const string WithoutNetwork =
        """
        <template>
          <main>
            <h1>Pas de réseau</h1>
            <p role="alert" tabindex="-1">Ce téléphone n'a plus de réseau. Rien n'est perdu.</p>
            <button>Encore une fois</button>
          </main>
        </template>
        <script>
          addEventListener("offline", () => {
            const page = document.querySelector("main");
            if (page.hidden) { return; }
            page.hidden = true;
            page.after(document.querySelector("template").content.cloneNode(true));
            const other = page.nextElementSibling;
            other.querySelector("[role=alert]").focus();
            other.querySelector("button").addEventListener("click", () => {
              if (navigator.onLine) {
                other.remove();
                page.hidden = false;
              }
            });
          });
        </script>
        """;

    internal static void Map(WebApplication door, Desk desk)
    {
        door.Use((context, next) => PhoneSystem.Complaint(context.Request.Headers.UserAgent.ToString()) is { } complaint
            ? Html.Page(complaint.Title, Html.Paragraph(complaint.Text)).ExecuteAsync(context)
            : next(context));
        door.MapGet("/", (HttpContext context) =>
        {
            if (!context.Request.Cookies.ContainsKey(Phone))
            {
                context.Response.Cookies.Append(Phone, Guid.NewGuid().ToString("N"), new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });
            }

            return Show("Ma carte en poche", Html.Go("Activer maintenant", "/engagements"));
        });
        door.MapGet("/engagements", () => Show(
            "Vos engagements", Html.Paragraph("Vous gardez votre code secret pour vous.") + Html.Go("Je m'engage", "/regarder") + Html.Go("Non merci", "/non")));
        door.MapGet("/non", () => Show("Pas d'engagement", Html.Paragraph("Alors rien n'est activé.") + Html.Go("Relire", "/engagements")));
        door.MapGet("/regarder", () => Show("Regarder l'ordinateur", Look));
        door.MapGet("/jsQR.js", () => Results.File(Path.Combine(AppContext.BaseDirectory, "jsQR.js"), "text/javascript"));
        door.MapPost("/vu", (Delegate)(async (HttpContext context) =>
        {
            string seen = (await context.Request.ReadFormAsync())["carre"].ToString();
            return Results.Redirect(context.Request.Cookies[Phone] is { } phone ? desk.Scan(phone, seen) : "/");
        }));
        door.MapGet("/refus", () => Show("Ce carré ne sert plus", Html.Paragraph("Il a déjà servi, ou il a vieilli.") + Html.Go("Regarder encore", "/regarder")));
        door.MapGet("/autre", () => Show("Ce carré est à quelqu'un d'autre", Html.Paragraph("Ce téléphone a déjà une carte, ou va l'avoir.")));
        door.MapGet("/suite", (HttpContext context) => desk.OnPhone(context.Request.Cookies[Phone]) is { } enrolment ? Show(enrolment) : Results.Redirect("/"));
        door.MapPost("/reponse", (Delegate)(async (HttpContext context) =>
        {
            string answer = (await context.Request.ReadFormAsync())["reponse"].ToString();
            desk.OnPhone(context.Request.Cookies[Phone])?.Answer(replace: answer == "oui");
            return Results.Redirect("/suite");
        }));
        door.MapGet("/ou-en-est-on", (HttpContext context) =>
            desk.OnPhone(context.Request.Cookies[Phone]) is { } enrolment ? Results.Text($"{enrolment.Stage}") : Results.NotFound());
    }

    private static string Question =>
        Html.Paragraph("La nouvelle prendra sa place à la fin, et pas avant.")
        + Html.Send("La remplacer", "/reponse", """<input type="hidden" name="reponse" value="oui">""")
        + Html.Send("La garder", "/reponse", """<input type="hidden" name="reponse" value="non">""");

    private static IResult Show(string title, string body) => Html.Page(title, body + WithoutNetwork);

    private static IResult Show(Enrolment enrolment)
    {
        Stage now = enrolment.Stage;
        (string title, string body) = now switch
        {
            Stage.Question when enrolment.Holder.ActivePhone == enrolment.Phone => ("Votre carte est déjà dans ce téléphone", Question),
            Stage.Question => ("Votre carte est déjà dans un autre téléphone", Question),
            Stage.Kept => ("On garde l'ancienne", Html.Paragraph("Rien n'a changé.")),
            Stage.Code => ("Un code à recopier", $"{Html.Paragraph("Tapez-le sur l'ordinateur :")}<p><strong>{enrolment.Code}</strong></p>"),
            Stage.Done => ("Ma carte", Html.Paragraph("Elle est prête.") + Html.Paragraph(enrolment.Holder.FullName) + Html.Paragraph(enrolment.Holder.Identifier)),
            Stage.Stopped => ("Tout s'est arrêté", Html.Paragraph("Rien n'a été activé.")),
            _ => ("La suite à l'ordinateur", Html.Paragraph("Choisissez-y votre code secret.")),
        };
        return Show(title, body + Html.Follow(now));
    }
}
