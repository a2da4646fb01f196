using System.Buffers.Binary;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CardConformance.Simulator.Card;
using CardConformance.Simulator.Files;

namespace CardConformance.Perf.Fleet;

/// <summary>One command to one card of a fleet, and whether the answer is that card's.</summary>
internal sealed class FleetVisit
{
    /// <summary>How many kinds of command there are.</summary>
    internal const int Kinds = 5;

    private const int DescribeKind = 2;
    private const ushort Ok = 0x9000;
    private const ushort AuthenticationCertificate = 0xB002;

    // The extension with the number of the card, which ends with the chip's serial number here.
    private const string CardNumber = "1.2.250.1.71.1.2.3";

    private readonly byte[] _response = new byte[VirtualCard.MaxResponseLength];
    private readonly byte[] _open = Convert.FromHexString("00A4040C088025000001FF0100");
    private readonly byte[] _verify = Convert.FromHexString("002000010430303030");
    private readonly byte[] _select = Convert.FromHexString("00A4080C02D003");
    private readonly byte[] _describe = Convert.FromHexString("00A4080002D01000");
    private readonly byte[] _read = Convert.FromHexString("00B09C000C");
    private readonly byte[] _challenge = Convert.FromHexString("0084000008");

    /// <summary>Powers a card up, opens the logical channel of a CPS4, and sends a first command.</summary>
    /// <exception cref="InvalidOperationException">It did not answer as it should.</exception>
    internal void Begin(VirtualCard card, int number)
    {
        card.Reset();
        if (ClassOf(card) != 0)
        {
            Expect(Ok, Send(card, _open), number, "SELECT of the master file");
        }

        // As every middleware begins. From here on it has all the memory that it needs, and the figure for memory counts it.
        Make(card, number, DescribeKind);
    }

    /// <summary>Says which command comes next.</summary>
    /// <param name="card">The card.</param>
    /// <param name="kind">Which command, 0 to <see cref="Kinds"/> - 1.</param>
    internal void Prepare(VirtualCard card, int kind) => card.Fetch(kind switch
    {
        0 => _verify,
        1 => _select,
        DescribeKind => _describe,
        3 => _read,
        _ => _challenge,
    });

    /// <summary>Sends a command, and checks the answer: the card must accept its own code and name its own serial number.</summary>
    /// <param name="card">The card.</param>
    /// <param name="number">Its number in the fleet.</param>
    /// <param name="kind">Which command, 0 to <see cref="Kinds"/> - 1.</param>
    /// <exception cref="InvalidOperationException">Another answer came.</exception>
    internal void Make(VirtualCard card, int number, int kind)
    {
        switch (kind)
        {
            case 0:
                Spell(FleetPeople.CodeOf(number), _verify.AsSpan(5));
                Expect(Ok, Send(card, _verify), number, "VERIFY of its code porteur");
                break;
            case 1:
                Expect(Ok, Send(card, _select), number, "SELECT of EF.SN.ICC");
                break;
            case DescribeKind:
                // T=0: the control parameters wait for GET RESPONSE.
                Expect(0x6100, (ushort)(Send(card, _describe) & 0xFF00), number, "SELECT of EF_ACTUA");
                break;
            case 3:
                Expect(Ok, Send(card, _read), number, "READ BINARY of EF.SN.ICC");
                if (BinaryPrimitives.ReadUInt32BigEndian(_response.AsSpan(7)) != Digits(FleetPeople.SerialOf(number)))
                {
                    throw new InvalidOperationException($"card {number} gave the serial number of another card");
                }

                break;
            default:
                Expect(Ok, Send(card, _challenge), number, "GET CHALLENGE");
                break;
        }
    }

    /// <summary>Reads a card's authentication certificate, and checks that it is its holder's.</summary>
    /// <exception cref="InvalidOperationException">It is somebody else's.</exception>
    internal static void ReadCertificate(VirtualCard card, int number)
    {
        ElementaryFile file = card.State.Layout.KeyDirectory.FindFile(AuthenticationCertificate)!;
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(card.State.ContentOf(file));
        if (!certificate.Extensions[CardNumber]!.RawData.AsSpan().EndsWith(Encoding.ASCII.GetBytes($"{FleetPeople.SerialOf(number)}")))
        {
            throw new InvalidOperationException($"card {number} gave the certificate of another card");
        }
    }

    // On a CPS4 everything goes over logical channel 1.
    private static byte ClassOf(VirtualCard card) => (byte)(card.State.Layout.Commands == CommandSet.ChipDoc ? 1 : 0);

    private ushort Send(VirtualCard card, byte[] command)
    {
        command[0] = ClassOf(card);
        int length = card.Transmit(command, _response);
        return BinaryPrimitives.ReadUInt16BigEndian(_response.AsSpan(length - 2));
    }

    private static void Expect(ushort expected, ushort sw, int number, string command)
    {
        if (sw != expected)
        {
            throw new InvalidOperationException($"card {number}: {command} was answered {sw:X4}, expected {expected:X4}");
        }
    }

    private static void Spell(int code, Span<byte> digits)
    {
        for (int i = 3; i >= 0; i--)
        {
            digits[i] = (byte)('0' + (code % 10));
            code /= 10;
        }
    }

    // Two decimal digits in each byte, as the card has them.
    private static uint Digits(int number)
    {
        uint digits = 0;
        for (int shift = 0; shift < 32; shift += 4)
        {
            digits |= (uint)(number % 10) << shift;
            number /= 10;
        }

        return digits;
    }
}
