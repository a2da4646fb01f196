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

    internal static void Map(WebApplication door, Desk desk)
    {
        door.MapGet("/", (HttpContext context) =>
        {
            if (!context.Request.Cookies.ContainsKey(Phone))
            {
                context.Response.Cookies.Append(Phone, Guid.NewGuid().ToString("N"), new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });
            }

            return Html.Page("Ma carte en poche", Html.Go("Activer maintenant", "/engagements"));
        });
        door.MapGet("/engagements", () => Html.Page(
            "Vos engagements", Html.Paragraph("Vous gardez votre code secret pour vous.") + Html.Go("Je m'engage", "/regarder") + Html.Go("Non merci", "/non")));
        door.MapGet("/non", () => Html.Page("Pas d'engagement", Html.Paragraph("Alors rien n'est activé.") + Html.Go("Relire", "/engagements")));
        door.MapGet("/regarder", () => Html.Page("Regarder l'ordinateur", Look));
        door.MapGet("/jsQR.js", () => Results.File(Path.Combine(AppContext.BaseDirectory, "jsQR.js"), "text/javascript"));
        door.MapPost("/vu", (Delegate)(async (HttpContext context) =>
        {
            string seen = (await context.Request.ReadFormAsync())["carre"].ToString();
            return Results.Redirect(context.Request.Cookies[Phone] is { } phone ? desk.Scan(phone, seen) : "/");
        }));
        door.MapGet("/refus", () => Html.Page("Ce carré ne sert plus", Html.Paragraph("Il a déjà servi, ou il a vieilli.") + Html.Go("Regarder encore", "/regarder")));
        door.MapGet("/autre", () => Html.Page("Ce carré est à quelqu'un d'autre", Html.Paragraph("Ce téléphone a déjà une carte, ou va l'avoir.")));
        door.MapGet("/suite", (HttpContext context) => desk.OnPhone(context.Request.Cookies[Phone]) is { } enrolment ? Show(enrolment) : Results.Redirect("/"));
        door.MapGet("/ou-en-est-on", (HttpContext context) =>
            desk.OnPhone(context.Request.Cookies[Phone]) is { } enrolment ? Results.Text($"{enrolment.Stage}") : Results.NotFound());
    }

    private static IResult Show(Enrolment enrolment)
    {
        Stage now = enrolment.Stage;
        (string title, string body) = now switch
        {
            Stage.Code => ("Un code à recopier", $"{Html.Paragraph("Tapez-le sur l'ordinateur :")}<p><strong>{enrolment.Code}</strong></p>"),
            Stage.Done => ("Ma carte", Html.Paragraph("Elle est prête.") + Html.Paragraph(enrolment.Holder.FullName) + Html.Paragraph(enrolment.Holder.Identifier)),
            Stage.Stopped => ("Tout s'est arrêté", Html.Paragraph("Rien n'a été activé.")),
            _ => ("La suite à l'ordinateur", Html.Paragraph("Choisissez-y votre code secret.")),
        };
        return Html.Page(title, body + Html.Follow(now));
    }
}
