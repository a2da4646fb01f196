using CardConformance.Harness.Certification;
using CardConformance.Simulator.Profiles;

namespace CardConformance.Harness.Tests.Certification;

public sealed class CsvFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [TestCase("A_01,mots", "A_01|mots", TestName = "Plain_fields")]
    [TestCase("A_01,\"un, deux\"", "A_01|un, deux", TestName = "Comma_in_quotation_marks")]
    [TestCase("A_01,\"dit \"\"non\"\"\"", "A_01|dit \"non\"", TestName = "Doubled_quotation_marks")]
    [TestCase("A_01,\"\"", "A_01|", TestName = "Nothing_in_quotation_marks")]
    [TestCase("A_01,", "A_01|", TestName = "Empty_last_field")]
    [TestCase(",mots", "|mots", TestName = "Empty_first_field")]
    [TestCase("A_01, mots ", "A_01| mots ", TestName = "Spaces_belong_to_the_field")]
    [TestCase("A_01,\"\"\"\"", "A_01|\"", TestName = "One_quotation_mark_alone")]
    public void Fields_of_a_row(string row, string expected) =>
        Assert.That(Read($"id,words\n{row}\n").Select(fields => string.Join('|', fields)), Is.EqualTo([expected]));

    [Test]
    public void Line_ends_of_RFC_4180_and_the_mark_of_UTF_8_do_not_get_into_fields() =>
        Assert.That(Read("\uFEFFid,words\r\nA_01,é\r\n").Single(), Is.EqualTo(["A_01", "é"]));

    [Test]
    public void Header_alone_is_a_file_without_rows() => Assert.That(Read("id,words\n"), Is.Empty);

    [TestCase("id,word\nA_01,mots\n", "line 1: the header id,words is expected here, found id,word.", TestName = "Other_column")]
    [TestCase("words,id\n", "line 1: the header id,words is expected here, found words,id.", TestName = "Columns_in_another_order")]
    [TestCase("id,words,sources\n", "line 1: the header id,words is expected here, found id,words,sources.", TestName = "One_column_more")]
    [TestCase("A_01,mots\n", "line 1: the header id,words is expected here, found A_01,mots.", TestName = "No_header")]
    [TestCase("", "line 1: the header id,words is expected here, found nothing.", TestName = "Empty_file")]
    [TestCase("id,words\nA_01,mots\nA_02\n", "line 3: 2 fields are expected here, found 1.", TestName = "Field_missing")]
    [TestCase("id,words\nA_01,un, deux\n", "line 2: 2 fields are expected here, found 3.", TestName = "Comma_without_quotation_marks")]
    [TestCase("id,words\nA_01,mots\n\nA_02,mots\n", "line 3: 2 fields are expected here, found 1.", TestName = "Empty_line")]
    [TestCase("id,words\nA_01,\"mots\n", "line 2: a quotation mark is opened and not closed.", TestName = "Quotation_mark_not_closed")]
    [TestCase("id,\"words\n", "line 1: a quotation mark is opened and not closed.", TestName = "Quotation_mark_not_closed_in_the_header")]
    public void Mistakes_name_file_and_line(string text, string problem) =>
        Assert.That(() => Read(text), Throws.InstanceOf<FixtureException>().With.Message.EqualTo($"{_file}, {problem}"));

    private List<IReadOnlyList<string>> Read(string text)
    {
        File.WriteAllText(_file, text);
        return [.. CsvFile.Read(_file, "id", "words")];
    }
}
