using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace CardConformance.Simulator.Certificates;

/// <summary>Builds an X.500 name part by part, in the order in which ANS prints it.</summary>
/// <remarks>
/// .NET's own builder knows no part with several values, and the name of a professional ends with one: CN, SN and GN together.
/// Source: X.501 (10/2019), 9; attribute types of X.520.
/// </remarks>
internal sealed class DistinguishedName
{
    private const string CountryType = "2.5.4.6";
    private const string OrganisationType = "2.5.4.10";
    private const string OrganisationalUnitType = "2.5.4.11";
    private const string StateType = "2.5.4.8";
    private const string TitleType = "2.5.4.12";
    private const string CommonNameType = "2.5.4.3";
    private const string SurnameType = "2.5.4.4";
    private const string GivenNameType = "2.5.4.42";
    private const string PseudonymType = "2.5.4.65";

    private readonly AsnWriter _writer = new(AsnEncodingRules.DER);
    private readonly AsnWriter.Scope _sequence;

    internal DistinguishedName() => _sequence = _writer.PushSequence();

    internal DistinguishedName Country(string code) => Add((CountryType, code));

    internal DistinguishedName State(string name) => Add((StateType, name));

    internal DistinguishedName Organisation(string name) => Add((OrganisationType, name));

    internal DistinguishedName OrganisationalUnit(string name) => Add((OrganisationalUnitType, name));

    internal DistinguishedName Title(string title) => Add((TitleType, title));

    internal DistinguishedName CommonName(string name) => Add((CommonNameType, name));

    internal DistinguishedName Pseudonym(string name) => Add((PseudonymType, name));

    /// <summary>One part with three values: who a professional is.</summary>
    internal DistinguishedName Person(string commonName, string surname, string givenName) =>
        Add((CommonNameType, commonName), (SurnameType, surname), (GivenNameType, givenName));

    internal X500DistinguishedName Build()
    {
        _sequence.Dispose();
        return new(_writer.Encode());
    }

    private DistinguishedName Add(params ReadOnlySpan<(string Type, string Value)> values)
    {
        using (_writer.PushSetOf())
        {
            foreach ((string type, string value) in values)
            {
                using (_writer.PushSequence())
                {
                    _writer.WriteObjectIdentifier(type);
                    _writer.WriteCharacterString(
                        type == CountryType ? UniversalTagNumber.PrintableString : UniversalTagNumber.UTF8String, value);
                }
            }
        }

        return this;
    }
}
