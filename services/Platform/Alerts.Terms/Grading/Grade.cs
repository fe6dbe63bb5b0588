namespace Alerts.Terms;

/// <summary>An Admiralty grading: two independent axes, reliability of the source and credibility of the statement.</summary>
/// <param name="Source">Reliability of the source.</param>
/// <param name="Information">Credibility of the information.</param>
/// <remarks>F6, the default for an unknown source, means <em>unknown</em>, not bad.</remarks>
public readonly record struct Grade(SourceReliability Source, InformationCredibility Information)
{
    /// <summary>F6: neither axis can be judged.</summary>
    public static Grade Unknown => new(SourceReliability.F, InformationCredibility.CannotBeJudged);

    /// <summary>Whether the source is graded A, B or C.</summary>
    public bool IsReliable => Source <= SourceReliability.C;

    /// <summary>Whether the source is A to C and the information 1 to 3.</summary>
    public bool IsCredible => IsReliable && Information <= InformationCredibility.PossiblyTrue;

    /// <summary>Whether the acute table counts it as improbable: information 5, or source E.</summary>
    public bool IsImprobable => Information == InformationCredibility.Improbable || Source == SourceReliability.E;

    /// <summary>The usual short form, such as <c>B2</c>.</summary>
    public override string ToString() => $"{Source}{(int)Information}";

    /// <summary>Reads the short form.</summary>
    /// <param name="text">A letter A to F and a digit 1 to 6, such as <c>B2</c>; case does not matter.</param>
    /// <param name="grade">The grading, or F6 when the text is not one.</param>
    /// <returns>Whether the text is a grading.</returns>
    public static bool TryParse(string? text, out Grade grade)
    {
        grade = Unknown;
        if (text is not { Length: 2 })
            return false;
        int source = char.ToUpperInvariant(text[0]) - 'A' + 1;
        int information = text[1] - '0';
        if (source is < 1 or > 6 || information is < 1 or > 6)
            return false;
        grade = new Grade((SourceReliability)source, (InformationCredibility)information);
        return true;
    }
}
