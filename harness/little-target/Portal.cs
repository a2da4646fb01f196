using QRCoder;

namespace CardConformance.LittleTarget;

/// <summary>The door for computers.</summary>
internal sealed class Portal(Desk desk, WalletClient wallet, Addresses addresses)
{
    private const string Session = "visite";

    internal void Map(WebApplication door)
    {
        door.MapGet("/", First);
        door.MapGet("/arrivee", Arrive);
        door.MapGet("/echec/{why}", (Refusal why) => Failure(why));
        door.MapGet("/bloquee", () => Html.Page(
            "Carte qui ne veut plus", Html.Paragraph("Après trois codes faux, elle attend son code de déblocage : il est sur le même courrier.") + Html.Go("Encore une fois", "/")));
        door.MapGet("/compte", Account);
        door.MapPost("/fermer", (HttpContext context) =>
        {
            desk.Leave(context.Request.Cookies[Session]);
            return SeeOther("/ferme");
        });
        door.MapGet("/ferme", () => Html.Page("On vous a fermé la porte", Html.Paragraph("Votre carte a quitté le lecteur.") + Html.Go("Encore une fois", "/")));
        door.MapPost("/commencer", (Delegate)BeginAsync);
        door.MapGet("/activation", Activation);
        door.MapGet("/image.png", Picture);
        door.MapPost("/code", (Delegate)((HttpContext context) => TypeAsync(context, "code", (enrolment, typed) => enrolment.TypeCode(typed))));
        door.MapPost("/secret", (Delegate)((HttpContext context) => TypeAsync(context, "secret", (enrolment, typed) => enrolment.ChoosePassword(typed))));
        door.MapPost("/confirmation", (Delegate)ConfirmAsync);
        door.MapPost("/finir", (Delegate)FinishAsync);
        door.MapGet("/ou-en-est-on", (HttpContext context) => Enrolment(context) is { } enrolment ? Results.Text($"{enrolment.Stage}") : Results.NotFound());
    }

    private IResult First(HttpContext context) => Visitor(context) is not null ? Results.Redirect("/compte") : Html.Page(
        "Guichet de la carte en poche",
        $$"""
        {{Html.Paragraph("Mettez votre carte de professionnel dans le lecteur.")}}
        <button id="entrer">Entrer avec ma carte</button>
        <script>
          document.querySelector("#entrer").addEventListener("click", async () => {
            try {
              const answer = await fetch("{{new Uri(addresses.Card, "essai")}}", { credentials: "include" });
              sessionStorage.setItem("carte", await answer.text());
              location.assign("{{new Uri(addresses.Card, "carte")}}");
            } catch {
              location.assign("/echec/{{Refusal.Broken}}");
            }
          });
        </script>
        """);

    private IResult Arrive(HttpContext context, string? billet)
    {
        if (desk.Enter(billet) is not { } session)
        {
            return Results.Redirect("/");
        }

        context.Response.Cookies.Append(Session, session, new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });
        return Results.Redirect("/compte");
    }

    private static IResult Failure(Refusal why)
    {
        (string title, string text) = why switch
        {
            Refusal.NoCard => ("Je ne vois pas de carte", "Elle manque, elle est dans le mauvais sens, ou c'est une carte d'un autre genre."),
            Refusal.Broken => ("La carte n'a pas fini", "Laissez-la dans le lecteur jusqu'au bout."),
            Refusal.OtherAuthority => ("Carte d'une autre maison", "Votre carte ne vient pas de l'IGC-Santé."),
            Refusal.OtherUse => ("Certificat fait pour autre chose", "Il ne sert pas à s'identifier."),
            Refusal.Expired => ("Carte trop vieille", "Sa date est passée : faites-la renouveler."),
            Refusal.TooEarly => ("Carte trop jeune", "Sa date n'est pas encore venue."),
            Refusal.Revoked => ("Carte en opposition", "Elle a été déclarée perdue ou volée. Demandez-en une autre."),
            Refusal.Unverifiable => ("Carte à vérifier plus tard", "La liste des oppositions ne répond pas bien : par prudence, on n'entre pas."),
            Refusal.Nobody => ("Carte sans nom", "Elle n'est à personne en particulier."),
            Refusal.UnknownHolder => ("Carte dont le nom est illisible", "Le certificat ne dit pas bien de qui il est."),
            _ => ("Carte refusée", "On ne sait pas pourquoi."),
        };
        string blocked = why is Refusal.NoCard or Refusal.Broken ? Html.Go("J'ai tapé trois codes faux", "/bloquee") : "";
        return Html.Page(title, Html.Paragraph(text) + blocked + Html.Go("Encore une fois", "/"));
    }

    private IResult Account(HttpContext context) => Visitor(context) is { } holder
        ? Html.Page("Mon compte", Html.Paragraph($"{holder.FullName}, numéro {holder.Identifier}") + Html.Send("Activer maintenant", "/commencer") + Watch())
        : Results.Redirect("/");

    private async Task<IResult> BeginAsync(HttpContext context)
    {
        if (Visitor(context) is not { } holder)
        {
            return Results.Redirect("/");
        }

        (Holder? known, Refusal why) = await wallet.FindAsync(holder);
        if (known is null)
        {
            return why == Refusal.NotInWallet
                ? Html.Page("Le portefeuille ne vous connaît pas", Html.Paragraph("Vous n'y êtes pas inscrit : appelez-nous.") + Watch())
                : Html.Page("Guichet en panne", Html.Paragraph($"Rien n'est perdu ni commencé. Si vous nous appelez, dites-nous : {context.TraceIdentifier}") + Html.Send("Encore une fois", "/commencer") + Watch());
        }

        desk.Begin(context.Request.Cookies[Session]!, known);
        return SeeOther("/activation");
    }

    // Of a login by the workstation's software the browser knows no card, and none is missed.
    private string Watch() =>
        $$"""
        <form id="fermer" action="/fermer" method="post"></form>
        <script>
          (async () => {
            while (sessionStorage.getItem("carte") === "oui") {
              await new Promise(resolve => setTimeout(resolve, 3000));
              try {
                const answer = await fetch("{{new Uri(addresses.Card, "encore")}}", { credentials: "include", cache: "no-store" });
                sessionStorage.setItem("carte", await answer.text());
              } catch {
                sessionStorage.setItem("carte", "non");
              }
              if (sessionStorage.getItem("carte") !== "oui") { document.querySelector("#fermer").submit(); }
            }
          })();
        </script>
        """;

    private IResult Activation(HttpContext context)
    {
        if (Enrolment(context) is not { } enrolment)
        {
            return Results.Redirect("/");
        }

        Stage now = enrolment.Stage;
        if (now == Stage.Kept)
        {
            return Results.Redirect("/compte");
        }

        (string title, string body) = now switch
        {
            Stage.Scan => ("1. Le téléphone regarde l'écran", """<p>Montrez-lui ce carré.</p><img src="/image.png" alt="Carré à montrer" width="300" height="300">"""),
            Stage.Late => ("Le carré a vieilli", Html.Paragraph("Il ne vaut que 90 secondes.") + Html.Send("Un autre carré", "/commencer")),
            Stage.Question => ("Vous avez déjà une carte en poche", Html.Paragraph("Elle reste bonne. Le téléphone vous demande ce qu'il faut en faire.")),
            Stage.Code => ("2. Le code du téléphone", Form("Code lu sur le téléphone", "code", "text", "Envoyer ce code", enrolment)),
            Stage.Password => ("3. Un code secret", Html.Paragraph("Il protégera votre carte en poche.") + Form("Code secret", "secret", "password", "Choisir celui-ci", enrolment)),
            Stage.Confirmation => ("4. Le code secret, encore", Html.Paragraph("Évitez votre anniversaire.") + Form("Code secret", "confirmation", "password", "Choisir celui-ci", enrolment)),
            Stage.Done => ("C'est fini", Html.Paragraph("Votre carte est aussi dans votre téléphone.")),
            Stage.Unfinished => ("Presque fini", Html.Paragraph("Le portefeuille n'a pas répondu, le code secret est gardé.") + Html.Send("Encore une fois", "/finir")),
            _ => ("Activation arrêtée", Html.Paragraph("Rien n'a été activé.")),
        };
        string restart = now == Stage.Done ? "" : Html.Send("Tout reprendre", "/commencer");
        return Html.Page(title, body + restart + Html.Follow(now) + Watch());
    }

    private static string Form(string label, string name, string type, string send, Enrolment enrolment) =>
        Html.Alert(enrolment.Complaint)
        + Html.Send(send, $"/{name}", $"""<label>{label} <input name="{name}" type="{type}" autocomplete="off"></label> """);

    private IResult Picture(HttpContext context)
    {
        if (Enrolment(context) is not { } enrolment)
        {
            return Results.NotFound();
        }

        using QRCodeData code = QRCodeGenerator.GenerateQrCode(enrolment.Picture, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(picture.GetGraphic(8), "image/png");
    }

    private async Task<IResult> TypeAsync(HttpContext context, string field, Action<Enrolment, string> type)
    {
        if (Enrolment(context) is not { } enrolment)
        {
            return Results.Redirect("/");
        }

        type(enrolment, await ReadAsync(context, field));
        return SeeOther("/activation");
    }

    private async Task<IResult> ConfirmAsync(HttpContext context) =>
        Enrolment(context) is { Stage: Stage.Confirmation } enrolment && enrolment.Confirm(await ReadAsync(context, "confirmation"))
            ? await FinishAsync(context)
            : SeeOther("/activation");

    private async Task<IResult> FinishAsync(HttpContext context)
    {
        if (Enrolment(context) is { Stage: Stage.Unfinished } enrolment && await wallet.TellAsync(enrolment))
        {
            enrolment.Finish();
            Console.WriteLine("activation terminée");
        }

        return SeeOther("/activation");
    }

    private Holder? Visitor(HttpContext context) => desk.Visitor(context.Request.Cookies[Session]);

    private Enrolment? Enrolment(HttpContext context) => desk.AtComputer(context.Request.Cookies[Session]);

    private static async Task<string> ReadAsync(HttpContext context, string field) => (await context.Request.ReadFormAsync())[field].ToString();

    private static SeeOtherResult SeeOther(string address) => new SeeOtherResult(address);

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
