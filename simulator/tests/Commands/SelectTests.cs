namespace CardConformance.Simulator.Tests.Commands;

public sealed class SelectTests
{
    private const string Application = "00 A4 04 04 0D E828BD080F8025000001FF0010";

    private readonly CardTerminal _terminal = new();

    // Control parameters as in public traces of OpenSC with a real card (EF.SN.ICC) or as both middlewares accept them.
    [TestCase(
        "00 A4 09 04 04 3F00 D003",
        "6225" + "8002000C" + "820101" + "8302D003" + "8801E0" + "A1128C077BFFFFFFFFFF009C077BFFFFFFFFFF00" + "8A0105",
        TestName = "Serial_number_by_absolute_path")]
    [TestCase(
        "00 A4 04 04 08 8025000001FF0100",
        "6228" + "820138" + "83023F00" + "84088025000001FF0100" + "A1128C077BFFFFFFFFFF009C077BFFFFFFFFFF00" + "8A0105",
        TestName = "Master_file_by_name")]
    [TestCase(
        Application,
        "622D" + "820138" + "83020001" + "840DE828BD080F8025000001FF0010" + "A1128C077BFFFFFFFFFF009C077BFFFFFFFFFF00" + "8A0105",
        TestName = "Application_by_name")]
    public void Gives_control_parameters(string command, string expected) =>
        Assert.That(_terminal.Fetch(command), Is.EqualTo(expected + "9000"));

    [TestCase("00 A4 09 04 04 3F00 2F01", TestName = "Absolute_path_with_P1_09")]
    [TestCase("00 A4 08 04 02 2F01", TestName = "Path_from_the_master_file")]
    [TestCase("00 A4 02 04 02 2F01", TestName = "Identifier_in_the_current_directory")]
    [TestCase("00 A4 00 04 02 2F01", TestName = "Identifier_with_P1_00")]
    [TestCase("00 A4 09 04 02 2F01", TestName = "Relative_path")]
    public void One_file_has_many_ways_to_it(string command) =>
        Assert.That(_terminal.Run(command, "00 B0 00 00 04"), Is.EqualTo("8043" + "01B8" + "9000"));

    [Test]
    public void Master_file_is_found_from_everywhere()
    {
        foreach (string command in new[] { "00 A4 02 04 02 3F00", "00 A4 09 04 02 3F00", "00 A4 00 04 02 3F00", "00 A4 00 0C", "00 A4 03 0C" })
        {
            Assert.That(_terminal.Run(Application, command), Does.EndWith("9000"), command);
            Assert.That(_terminal.Fetch("00 A4 02 0C 02 D003"), Is.EqualTo("9000"), command);
        }
    }

    [Test]
    public void P2_0C_gives_no_answer() => Assert.That(_terminal.Send("00 A4 09 0C 04 3F00 0001"), Is.EqualTo("9000"));

    [TestCase("00 A4 04 04 0D E828BD080F8025000001FF0020", "6A82", TestName = "Contactless_application_is_not_here")]
    [TestCase("00 A4 04 04 0C E828BD080F8025000001FF00", "6A82", TestName = "Part_of_a_name")]
    [TestCase("00 A4 04 04 0F E828BD080F8025000001FF0010 5031", "6A82", TestName = "Name_with_a_file_behind_it")]
    [TestCase("00 A4 09 04 04 3F00 1234", "6A82", TestName = "Unknown_file")]
    [TestCase("00 A4 09 04 06 3F00 2F01 2F00", "6A82", TestName = "Path_through_a_file")]
    [TestCase("00 A4 02 04 02 5031", "6A82", TestName = "File_of_another_directory")]
    [TestCase("00 A4 03 0C", "6A82", TestName = "Above_the_master_file_is_nothing")]
    [TestCase("00 A4 09 04 03 3F00 2F", "6700", TestName = "Half_an_identifier")]
    [TestCase("00 A4 02 04 04 3F00 2F01", "6700", TestName = "Two_identifiers_where_one_is_wanted")]
    [TestCase("00 A4 05 04 02 2F01", "6A86", TestName = "Unknown_P1")]
    [TestCase("00 A4 02 06 02 2F01", "6A86", TestName = "Unknown_P2")]
    public void A_refused_selection_leaves_the_old_one(string command, string expected)
    {
        _terminal.Fetch("00 A4 02 04 02 D003");
        Assert.That(_terminal.Send(command), Is.EqualTo(expected));
        Assert.That(_terminal.Send("00 B0 00 00 02"), Is.EqualTo("5A0A9000"));
    }

    [Test]
    public void Relative_path_begins_at_the_selected_directory()
    {
        Assert.That(_terminal.Run("00 A4 04 0C 0D E828BD080F8025000001FF0010", "00 A4 09 0C 02 5031"), Is.EqualTo("9000"));
        _terminal.Card.Reset();
        Assert.That(_terminal.Send("00 A4 09 0C 02 5031"), Is.EqualTo("6A82"));
    }
}
