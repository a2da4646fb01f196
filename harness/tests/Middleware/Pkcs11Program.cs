using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using CardConformance.Harness.Pcsc;

namespace CardConformance.Harness.Tests.Middleware;

/// <summary>
/// This assembly run as a program: PKCS #11 calls that pkcs11-tool does not make, one a line from standard input, the results to
/// standard output; or no module, but a reader to wait for until it has a card. A process of its own, since libpcsclite finds one
/// pcscd per process, once and for all.
/// </summary>
/// <remarks>Source: PKCS #11 v2.40. Numbers and results are hexadecimal, texts are UTF-8.</remarks>
internal static unsafe partial class Pkcs11Program
{
    private const string Module = "pkcs11";
    private const int SerialSession = 0x4;
    private const int WritableSession = 0x2;

    internal const string Wait = "--wait";

    private static int Main(string[] arguments)
    {
        if (arguments is [Wait, var reader])
        {
            using var context = PcscContext.Establish();
            context.WaitFor(reader, status => status.HasCard, Readers.Limit);
            return 0;
        }

        nint module = NativeLibrary.Load(arguments[0]);
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Module ? module : 0);
        while (Console.ReadLine() is { } line)
        {
            nuint result = Call(line.Split(' '), out byte[] value);
            Console.WriteLine($"{result:X} {Convert.ToHexString(value)}");
        }

        return 0;
    }

    private static nuint Call(string[] words, out byte[] value)
    {
        value = [];
        nuint At(int i) => nuint.Parse(words[i], System.Globalization.NumberStyles.HexNumber, null);
        byte[] Bytes(int i) => Convert.FromHexString(words[i]);
        byte[] Text(int i) => Encoding.UTF8.GetBytes(words[i]);
        return words[0] switch
        {
            "initialize" => C_Initialize(0),
            "finalize" => C_Finalize(0),
            "slots" => SlotsWithToken(out value),
            "token" => TokenInfo(At(1), out value),
            "open" => OpenSession(At(1), out value),
            "close" => C_CloseSession(At(1)),
            "login" => C_Login(At(1), At(2), Text(3), (nuint)Text(3).Length),
            "logout" => C_Logout(At(1)),
            "initpin" => C_InitPIN(At(1), Text(2), (nuint)Text(2).Length),
            "setpin" => C_SetPIN(At(1), Text(2), (nuint)Text(2).Length, Text(3), (nuint)Text(3).Length),
            "find" => FindObject(At(1), At(2), Bytes(3), out value),
            "get" => GetAttribute(At(1), At(2), At(3), out value),
            "set" => SetAttribute(At(1), At(2), At(3), Bytes(4)),
            "sign" => Sign(At(1), At(2), At(3), Bytes(4), At(5), out value),
            "decrypt" => Decrypt(At(1), At(2), At(3), Bytes(4), out value),
            "random" => Random(At(1), out value),
            _ => throw new ArgumentException($"\"{words[0]}\" is no call known here.", nameof(words)),
        };
    }

    private static nuint SlotsWithToken(out byte[] value)
    {
        Span<nuint> slots = stackalloc nuint[16];
        nuint count = (nuint)slots.Length;
        nuint result;
        fixed (nuint* list = slots)
        {
            result = C_GetSlotList(1, list, &count);
        }

        value = result == 0 ? [.. slots[..(int)count].ToArray().Select(slot => (byte)slot)] : [];
        return result;
    }

    // Label, manufacturer, model, serial number, flags and what follows, as in CK_TOKEN_INFO.
    private static nuint TokenInfo(nuint slot, out byte[] value)
    {
        value = new byte[208];
        fixed (byte* info = value)
        {
            return C_GetTokenInfo(slot, info);
        }
    }

    private static nuint OpenSession(nuint slot, out byte[] value)
    {
        nuint session = 0;
        nuint result = C_OpenSession(slot, SerialSession | WritableSession, 0, 0, &session);
        value = Number(session);
        return result;
    }

    private static nuint FindObject(nuint session, nuint objectClass, byte[] label, out byte[] value)
    {
        nuint found = 0;
        nuint count = 0;
        nuint result;
        fixed (byte* text = label)
        {
            Attribute* template = stackalloc Attribute[] { new(0x0, (nint)(&objectClass), (nuint)sizeof(nuint)), new(0x3, (nint)text, (nuint)label.Length) };
            result = C_FindObjectsInit(session, template, 2);
        }

        if (result == 0)
        {
            result = C_FindObjects(session, &found, 1, &count);
            C_FindObjectsFinal(session);
        }

        value = count == 1 ? Number(found) : [];
        return result;
    }

    private static nuint GetAttribute(nuint session, nuint handle, nuint type, out byte[] value)
    {
        byte[] room = new byte[4096];
        fixed (byte* start = room)
        {
            var attribute = new Attribute(type, (nint)start, (nuint)room.Length);
            nuint result = C_GetAttributeValue(session, handle, &attribute, 1);
            value = result == 0 ? room[..(int)attribute.Length] : [];
            return result;
        }
    }

    private static nuint SetAttribute(nuint session, nuint handle, nuint type, byte[] value)
    {
        fixed (byte* start = value)
        {
            var attribute = new Attribute(type, (nint)start, (nuint)value.Length);
            return C_SetAttributeValue(session, handle, &attribute, 1);
        }
    }

    private static nuint Sign(nuint session, nuint mechanism, nuint key, byte[] data, nuint room, out byte[] value)
    {
        var chosen = new Attribute(mechanism, 0, 0);
        nuint result = C_SignInit(session, &chosen, key);
        return result == 0 ? Fetch(C_Sign, session, data, room, out value) : Nothing(result, out value);
    }

    private static nuint Decrypt(nuint session, nuint mechanism, nuint key, byte[] data, out byte[] value)
    {
        var chosen = new Attribute(mechanism, 0, 0);
        nuint result = C_DecryptInit(session, &chosen, key);
        return result == 0 ? Fetch(C_Decrypt, session, data, (nuint)data.Length, out value) : Nothing(result, out value);
    }

    private static nuint Random(nuint session, out byte[] value)
    {
        value = new byte[8];
        fixed (byte* start = value)
        {
            return C_GenerateRandom(session, start, (nuint)value.Length);
        }
    }

    private delegate nuint Computation(nuint session, byte* data, nuint length, byte* answer, nuint* answerLength);

    private static nuint Fetch(Computation compute, nuint session, byte[] data, nuint room, out byte[] value)
    {
        byte[] answer = new byte[room];
        fixed (byte* input = data, output = answer)
        {
            nuint result = compute(session, input, (nuint)data.Length, output, &room);
            value = result == 0 ? answer[..(int)room] : [];
            return result;
        }
    }

    private static nuint Nothing(nuint result, out byte[] value)
    {
        value = [];
        return result;
    }

    private static byte[] Number(nuint number) => Convert.FromHexString($"{(ulong)number:X16}");

    // CK_ATTRIBUTE; CK_MECHANISM has the same shape.
    private readonly record struct Attribute(nuint Type, nint Value, nuint Length);

    [LibraryImport(Module)]
    private static partial nuint C_Initialize(nint arguments);

    [LibraryImport(Module)]
    private static partial nuint C_Finalize(nint reserved);

    [LibraryImport(Module)]
    private static partial nuint C_GetSlotList(byte withToken, nuint* slots, nuint* count);

    [LibraryImport(Module)]
    private static partial nuint C_GetTokenInfo(nuint slot, byte* info);

    [LibraryImport(Module)]
    private static partial nuint C_OpenSession(nuint slot, nuint flags, nint application, nint notify, nuint* session);

    [LibraryImport(Module)]
    private static partial nuint C_CloseSession(nuint session);

    [LibraryImport(Module)]
    private static partial nuint C_Login(nuint session, nuint user, byte[] code, nuint length);

    [LibraryImport(Module)]
    private static partial nuint C_Logout(nuint session);

    [LibraryImport(Module)]
    private static partial nuint C_InitPIN(nuint session, byte[] code, nuint length);

    [LibraryImport(Module)]
    private static partial nuint C_SetPIN(nuint session, byte[] old, nuint oldLength, byte[] code, nuint length);

    [LibraryImport(Module)]
    private static partial nuint C_FindObjectsInit(nuint session, Attribute* template, nuint count);

    [LibraryImport(Module)]
    private static partial nuint C_FindObjects(nuint session, nuint* found, nuint most, nuint* count);

    [LibraryImport(Module)]
    private static partial nuint C_FindObjectsFinal(nuint session);

    [LibraryImport(Module)]
    private static partial nuint C_GetAttributeValue(nuint session, nuint handle, Attribute* template, nuint count);

    [LibraryImport(Module)]
    private static partial nuint C_SetAttributeValue(nuint session, nuint handle, Attribute* template, nuint count);

    [LibraryImport(Module)]
    private static partial nuint C_SignInit(nuint session, Attribute* mechanism, nuint key);

    [LibraryImport(Module)]
    private static partial nuint C_Sign(nuint session, byte* data, nuint length, byte* signature, nuint* signatureLength);

    [LibraryImport(Module)]
    private static partial nuint C_DecryptInit(nuint session, Attribute* mechanism, nuint key);

    [LibraryImport(Module)]
    private static partial nuint C_Decrypt(nuint session, byte* data, nuint length, byte* plain, nuint* plainLength);

    [LibraryImport(Module)]
    private static partial nuint C_GenerateRandom(nuint session, byte* random, nuint length);
}
