using CardConformance.Harness.Pages;

namespace CardConformance.Harness.Targets;

/// <summary>The file of a target that nobody has described yet: right as it stands, with all that may be said in it explained.</summary>
public static class NewTarget
{
    /// <summary>JSON with comments.</summary>
    public static string Text =>
        $$"""
        {
          // A product to test. Lines that begin with // are comments; remove the // of what you need.
          "name": "Our product",
          "version": "1.0",

          // Where it is, when it runs already. "card" is the address that asks the browser for a card; "home" the page of whoever is logged
          // in, if it is not the portal's; "control" the address of "clock" and "rules", if it has one.
          "addresses": {
            "portal": "https://localhost:8443/",
            "telephone": "https://localhost:8443/telephone",
            "card": "https://localhost:8444/"
            // , "home": "https://localhost:8443/home", "control": "http://localhost:8081/"
          },

          // The port at which its back ends will be during a run: wallet http://127.0.0.1:18080/portefeuille/, SMS …/sms/, e-mail …/courriel/.
          "backEndPort": 18080,

          // The file that it logs into; then "log" is offered, too.
          // "log": "product.log",

          // Or let it be started for each run, with "start" in the place of "addresses", "backEndPort" and "log". It says where it is by one line
          // of JSON on its standard output, with the members of "addresses"; what it prints besides is its log. In its arguments:
        {{Lines(TargetStart.Placeholders.Select(placeholder => $"//   {{{placeholder.Key}}}: {placeholder.Value}"), 2)}}
          // "start": { "program": "our-product", "arguments": ["--wallet={wallet}", "--certificate={serverCertificates}", "--key={serverKey}"], "seconds": 60 },

          // What it has, or lets us do. All the others stand in "lacks", each with the reason, which the report prints:
        {{Lines(Enum.GetValues<Capability>().Select(capability => $"//   {TargetReader.Word(capability)}: {Meaning(capability)}"), 2)}}
          "offers": ["{{TargetReader.Word(Capability.CardActivation)}}"],
          "lacks": {
        {{Lines(Enum.GetValues<Capability>().Where(capability => capability != Capability.CardActivation).Select(Lack), 4)}}
          },

          // What it calls its buttons, links, fields and answers, where it is not what the guides call them.
          "words": {
        {{Lines(Wording.All.Select(Describe).Concat(Wording.Texts.Select(text => $"// {Quoted(text)}: \"…\"")), 4)}}
          },

          // How its screens differ from those of fixtures/screens.json, where all ids are: title, texts that have to stand on them, or both.
          "screens": {
            // "activation-terminee": { "title": "Done", "texts": ["Your e-CPS is active."] }
          }
        }

        """;

    private static string Describe(Wording words) =>
        $"// {Quoted(words.Text)}: \"…\"   {words.Where}{(words.Optional ? " (null: does without it)" : words.Additional ? " (only where there is one)" : "")}";

    private static string Lack(Capability capability) =>
        $"{Quoted(TargetReader.Word(capability))}: \"to be said\"{(capability == Enum.GetValues<Capability>()[^1] ? "" : ",")}";

    private static string Meaning(Capability capability) => capability switch
    {
        Capability.CardActivation => "an e-CPS is activated with the card in a reader (method A)",
        Capability.ActivationWithoutCard => "an e-CPS is activated without a card, by e-mail and SMS (method B)",
        Capability.Orientation => "questions that prepare an activation",
        Capability.Workstation => "pages that install and try a workstation",
        Capability.ProSanteConnect => "people log in to services by Pro Santé Connect",
        Capability.ServiceRights => "the portal tells people which services they may use",
        Capability.Clock => "we may stop and move a person's time, at the control address",
        Capability.Rules => "we may choose the version of a rule for a person, at the control address",
        Capability.Log => "we may read its log, and look for codes in it",
        _ => throw new ArgumentOutOfRangeException(nameof(capability), capability, "is not described"),
    };

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Lines(IEnumerable<string> lines, int indent) => string.Join('\n', lines.Select(line => new string(' ', indent) + line));
}
