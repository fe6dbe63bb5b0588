namespace Alerts.Notify.Wire;

// Where a message keeps what it says in languages other than English: a map by tag, in Field. Texts tells which field of a language's own words
// takes the place of which field of the message. IsMessage: the map's values hold those words; otherwise the value is the text itself.
internal sealed record Wording(int Field, (int Own, int Replaced)[] Texts, bool IsMessage)
{
    // Field numbers of a map's entries, by protobuf's own definition.
    public const int MapKey = 1;
    public const int MapValue = 2;

    public bool Replaces(int field) => Array.Exists(Texts, text => text.Replaced == field);

    public int? ReplacementOf(int own)
    {
        foreach ((int candidate, int replaced) in Texts)
        {
            if (candidate == own)
                return replaced;
        }

        return null;
    }
}
