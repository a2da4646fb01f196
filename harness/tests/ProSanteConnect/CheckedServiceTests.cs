namespace CardConformance.Harness.Tests.ProSanteConnect;

public sealed class CheckedServiceTests
{
    [Test]
    public void One_that_does_not_start_leaves_no_file_with_its_secret_and_key()
    {
        string id = "";
        Assert.That(
            () => RunningProSanteConnect.StartServiceAsync(
                service =>
                {
                    id = service.ClientId;
                    return service;
                },
                seconds: 0),
            Throws.InvalidOperationException.With.Message.StartsWith("The service did not start."));
        Assert.That(id, Is.Not.Empty);
        Assert.That(LeftSettings.Naming(id), Is.Empty);
    }
}
