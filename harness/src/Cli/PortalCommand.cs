using System.CommandLine;
using System.Security.Cryptography;
using CardConformance.Harness.Actors;
using CardConformance.Harness.Biting;
using CardConformance.Harness.ProSanteConnect;
using CardConformance.Harness.StandIns;
using CardConformance.Harness.Targets;
using CardConformance.Simulator.Certificates;
using CardConformance.Simulator.Zoo;

namespace CardConformance.Harness.Cli;

/// <summary><c>portal</c>: keeps the reference and its back ends running until Ctrl-C, for somebody who looks at them by hand.</summary>
internal static class PortalCommand
{
    // The card whose holder the back ends know.
    private const string Card = "medecin";

    private static readonly Correspondence Reach = new("+33639980001", "porteur.medecin@cabinet.example");

    internal static Command Create()
    {
        var redirectUri = new Option<Uri?>("--redirect-uri")
        {
            Description = "Where browsers come back to in your own service: registers it with Pro Santé Connect's stand-in.",
        };
        var file = new Option<FileInfo?>("--service")
        {
            Description = "Registers the service that this file describes, under the issuer that it names.",
            HelpName = "FILE",
        };
        var defect = new Option<string?>("--defect") { Description = "Starts the reference with a seeded defect, one of those that \"bite\" tries.", HelpName = "NAME" };
        var command = new Command(
            "portal", "Keeps the built-in portal, phone application, back ends and Pro Santé Connect running until Ctrl-C, to explore them by hand.")
        {
            redirectUri, file, defect,
        };
        command.SetAction((options, cancellation) => RunAsync(options.GetValue(redirectUri), options.GetValue(file), options.GetValue(defect), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Uri? redirectUri, FileInfo? file, string? defectName, CancellationToken cancellation)
    {
        if (redirectUri is not null && file is not null)
        {
            throw new UserException("--service names where browsers come back to: --redirect-uri is not needed.");
        }

        if (redirectUri is { IsAbsoluteUri: false })
        {
            throw new UserException($"--redirect-uri: an absolute address is expected, found \"{redirectUri}\".");
        }

        SeededDefect? defect = defectName is null ? null : BiteCommand.Find(defectName, DefectiveProduct.Reference);

        // Ctrl-C is listened for once a command has given its thread back: from here on, before anything is started.
        await Task.Yield();
        TestedService? described = file is null ? null : ServiceFile.Load(file.FullName);
        TestAuthority authority = CardIssuing.OpenAuthority();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cardconformance-portal-");
        try
        {
            await using WireMockServer backEnds = await WireMockServer.StartAsync(CacheFolder.Path);
            await using RunningTarget reference = await RunningTarget.StartAsync(
                Target.Load(defect?.WriteTarget(folder.FullName) ?? Target.ReferenceFile), backEnds.Address, authority, folder.FullName);
            await using var standIn = new StandIn(backEnds);
            CardOrder order = CardIssuing.Zoo.Find(Card);
            await standIn.KnowAsync(DirectoryEntry.Of(order.Profile, Reach));
            Uri list = await standIn.PublishRevocationListAsync(Card, CardIssuing.RevocationList(authority, order.Profile.Kind, []));
            await using ProSanteConnectServer provider = await ProSanteConnectServer.StartAsync(reference, authority, folder.FullName, described?.Issuer);
            await provider.KnowAsync(ProfessionalClaims.Of(order.Profile, DirectoryEntry.Of(order.Profile, Reach)));
            RegisteredService? service = described?.Registration ?? (redirectUri is null ? null : NewService(redirectUri));
            if (service is not null)
            {
                await provider.RegisterAsync(service);
            }

            if (defect is not null)
            {
                Console.WriteLine($"This reference is defective on order, {defect.Name}: {defect.English}\n");
            }

            Introduce(reference, backEnds, order, list);
            Introduce(provider, service, Path.Combine(folder.FullName, "roots.pem"));
            await new ArrivingMessages(standIn, Reach).ShowAsync(cancellation);
            Console.WriteLine("Stopped.");
            return ExitCode.Success;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Introduce(RunningTarget reference, WireMockServer backEnds, CardOrder order, Uri list) => Console.WriteLine(
        $"""
          portal   {reference.Addresses.Portal}
          phone    {reference.Addresses.Telephone}
          Test SSL {new Uri(reference.CardPort, "test-ssl")}
          wallet, SMS, e-mail: WireMock
            what it received, newest first   {new Uri(backEnds.Address, "__admin/requests")}
            what it answers                  {new Uri(backEnds.Address, "__admin/mappings")}

        The back ends know {order.Profile.Holder.DisplayName}, {order.Profile.Holder.Occupation}, {order.Profile.Holder.IdentifiantNational}:
          e-mail   {Reach.Email}
          mobile   {Reach.Mobile}
          card     in another terminal:
            dotnet run --project harness/src -- card insert {Card} --revocation-list {list}

        The card's code porteur is {order.Profile.CodePorteur}. A browser needs OpenSC's PKCS#11 module, and TLS 1.2 with the card.

        """);

    private static RegisteredService NewService(Uri redirectUri) => new("service", "Votre service", redirectUri)
    {
        ClientSecret = RandomNumberGenerator.GetHexString(32, lowercase: true),
        PostLogoutRedirectUri = new(redirectUri, "/"),
    };

    private static void Introduce(ProSanteConnectServer provider, RegisteredService? service, string roots) => Console.WriteLine(
        $"""
        Pro Santé Connect:
          discovery        {provider.Discovery}
          the same by TLS  {provider.SecureIssuer}
            trust          {roots}
          your service     {(service is null ? "none: portal --redirect-uri ADDRESS registers one, portal --service FILE the one that it describes" : $"client_id {service.ClientId}, client_secret {service.ClientSecret ?? "none: by certificate"}")}
          misbehaviours    {new Uri(provider.Control, "misbehaviours")}
          e-CPS logins are approved on the phone, at its page "connexion"

        Everything listens on this machine only. SMS and e-mails appear below as they arrive. Ctrl-C stops everything.
        """);
}
