using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using CardConformance.Simulator.Reader;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>A process that has loaded a PKCS #11 module, and does what it is told, call by call: see <see cref="Pkcs11Program"/>.</summary>
internal sealed class Pkcs11Client : IDisposable
{
    internal const string Ok = "0";
    internal const string GeneralError = "5";
    internal const string ArgumentsBad = "7";
    internal const string AttributeReadOnly = "10";
    internal const string AttributeTypeInvalid = "12";
    internal const string DataInvalid = "20";
    internal const string FunctionNotSupported = "54";
    internal const string KeyTypeInconsistent = "63";
    internal const string PinIncorrect = "A0";
    internal const string PinLengthRange = "A2";
    internal const string PinLocked = "A4";
    internal const string SessionHandleInvalid = "B3";
    internal const string TokenNotPresent = "E0";
    internal const string UserNotLoggedIn = "101";
    internal const string UserPinNotInitialized = "102";

    internal const string SecurityOfficer = "0";
    internal const string User = "1";

    internal const string DataObject = "0";
    internal const string Certificate = "1";
    internal const string PrivateKey = "3";

    internal const string Token = "1";
    internal const string Private = "2";
    internal const string Value = "11";
    internal const string Id = "102";
    internal const string AlwaysAuthenticate = "202";
    internal const string Modifiable = "170";

    internal const string RsaPkcs = "1";
    internal const string RsaX509 = "3";
    internal const string Sha1RsaPkcs = "6";
    internal const string Sha256RsaPkcs = "40";

    private readonly Process _process;

    private Pkcs11Client(Process process) => _process = process;

    /// <summary>Starts it and calls C_Initialize.</summary>
    internal static Pkcs11Client Start(string module, string clientSocket)
    {
        var info = new ProcessStartInfo("dotnet", ["exec", Assembly.GetExecutingAssembly().Location, module])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        info.Environment[PcscDaemon.SocketVariable] = clientSocket;
        var client = new Pkcs11Client(Process.Start(info)!);
        Assert.That(client.Call("initialize"), Is.EqualTo(Ok));
        return client;
    }

    /// <summary>Makes a call.</summary>
    /// <returns>Its CKR, in hexadecimal.</returns>
    internal string Call(params string[] words) => Ask(words, out _);

    /// <summary>Makes a call that has to succeed.</summary>
    /// <returns>What it gave.</returns>
    internal byte[] Get(params string[] words)
    {
        Assert.That(Ask(words, out byte[] value), Is.EqualTo(Ok), words[0]);
        return value;
    }

    /// <summary>Opens a session in the first slot.</summary>
    internal string OpenSession() => Handle(Get("open", "0"));

    /// <summary>Opens a session in the first slot and presents the code porteur.</summary>
    internal string LogIn(string codePorteur)
    {
        string session = OpenSession();
        Get("login", session, User, codePorteur);
        return session;
    }

    /// <summary>Finds the only object with a class and a label.</summary>
    internal string Find(string session, string objectClass, string label)
    {
        byte[] found = Get("find", session, objectClass, Convert.ToHexString(Encoding.UTF8.GetBytes(label)));
        Assert.That(found, Is.Not.Empty, $"there is no {label} of class {objectClass}");
        return Handle(found);
    }

    /// <summary>The flags of the token in the first slot.</summary>
    internal uint TokenFlags() => (uint)BinaryPrimitives.ReadUInt64LittleEndian(Get("token", "0").AsSpan(96));

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Readers.Limit))
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string Handle(byte[] value) =>
        BinaryPrimitives.ReadUInt64BigEndian(value).ToString("X", CultureInfo.InvariantCulture);

    private string Ask(string[] words, out byte[] value)
    {
        _process.StandardInput.WriteLine(string.Join(' ', words));
        _process.StandardInput.Flush();
        Task<string?> answer = _process.StandardOutput.ReadLineAsync();
        string line = answer.Wait(Readers.Limit)
            ? answer.Result ?? throw new InvalidOperationException($"the module brought the process down in {words[0]}")
            : throw new TimeoutException($"{words[0]} has not ended");
        string[] parts = line.Split(' ');
        value = Convert.FromHexString(parts[1]);
        return parts[0];
    }
}
