using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace CardConformance.Harness.Tests.Certification;

/// <summary>Holds XML against a schema of ours.</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with it; nothing when it keeps to the schema.</summary>
    /// <param name="document">The XML.</param>
    /// <param name="schema">File of the schema, in <c>Schemas</c>.</param>
    internal static IReadOnlyList<string> Complaints(XDocument document, string schema)
    {
        var schemas = new XmlSchemaSet();
        using XmlReader reader = XmlReader.Create(Path.Combine(Repository.Root, "harness", "tests", "Certification", "Schemas", schema));
        schemas.Add(null, reader);
        schemas.Compile();
        List<string> complaints = [];
        document.Validate(schemas, (_, complaint) => complaints.Add(complaint.Message));

        // What the schema does not know at all is only a warning that nobody asks for.
        return schemas.GlobalElements.Contains(new XmlQualifiedName(document.Root!.Name.LocalName, document.Root.Name.NamespaceName))
            ? complaints
            : [$"{document.Root.Name} is no element of {schema}"];
    }
}
