using CardConformance.Harness.Cli;
using CardConformance.Perf.Commands;

namespace CardConformance.Perf.Tests.Commands;

public sealed class ChosenMeasurementsTests
{
    private static readonly IMeasurement[] Known =
    [
        new ScriptedMeasurement("vpcd", () => []) { PeerPackages = ["vsmartcard-vpcd", "python3-pycryptodome"] },
        new ScriptedMeasurement("pcsc", () => []) { PeerPackages = ["vsmartcard-vpcd"] },
        new ScriptedMeasurement("rsa", () => []) { MissingCapability = "openssl is not installed" },
    ];

    [TestCase(new string[0], new[] { "vpcd", "pcsc", "rsa" })]
    [TestCase(new[] { "pcsc" }, new[] { "pcsc" })]
    [TestCase(new[] { "pcsc, vpcd" }, new[] { "vpcd", "pcsc" })]
    [TestCase(new[] { "pcsc", "vpcd,pcsc" }, new[] { "vpcd", "pcsc" })]
    public void By_their_names(string[] names, string[] expected) =>
        Assert.That(ChosenMeasurements.Of(Known, names).Select(measurement => measurement.Name), Is.EqualTo(expected));

    [Test]
    public void Unknown_name_is_answered_with_the_known_ones() =>
        Assert.That(
            () => ChosenMeasurements.Of(Known, ["pcsc,vpdc"]),
            Throws.TypeOf<UserException>().With.Message.EqualTo("There is no measurement \"vpdc\"; there are vpcd, pcsc, rsa."));

    [Test]
    public void What_is_missing_is_named() =>
        Assert.That(
            () => ChosenMeasurements.Of(Known, ["rsa"]),
            Throws.TypeOf<UserException>().With.Message.EqualTo("rsa cannot be measured on this machine: openssl is not installed"));

    [Test]
    public void List_says_what_is_missing_and_what_brings_the_peers() =>
        Assert.That(string.Join('\n', ListCommand.Lines(Known)), Is.EqualTo(
            """
            vpcd  How fast is vpcd?
            pcsc  How fast is pcsc?
            rsa   How fast is rsa?
                  missing: openssl is not installed

            Peers are measured beside ours where they are installed; as root:
              apt-get install --yes --no-install-recommends python3-pycryptodome vsmartcard-vpcd
            """));
}
