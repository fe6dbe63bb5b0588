namespace Alerts.Terms;

/// <summary>Terms of the field in the words that officers read. Pure and thread safe.</summary>
public static class TermWords
{
    /// <summary>A level by number and name, "4 Substantial"; "not assessed" for null.</summary>
    public static Phrase Of(ThreatLevel? level) => level switch
    {
        null => new("not assessed", "non évalué"),
        ThreatLevel.Minimal => new("1 Minimal", "1 Minimal"),
        ThreatLevel.Low => new("2 Low", "2 Faible"),
        ThreatLevel.Moderate => new("3 Moderate", "3 Modéré"),
        ThreatLevel.Substantial => new("4 Substantial", "4 Substantiel"),
        ThreatLevel.High => new("5 High", "5 Élevé"),
        _ => new("6 Extreme", "6 Extrême"),
    };

    /// <summary>How large, as the first word of a sentence: "Serious".</summary>
    public static Phrase Of(IncidentSize size) => size switch
    {
        IncidentSize.Minor => new("Minor", "Mineur"),
        IncidentSize.Serious => new("Serious", "Grave"),
        _ => new("Major", "Majeur"),
    };

    /// <summary>How well supported, within a sentence: "corroborated".</summary>
    public static Phrase Of(AcuteStanding standing) => standing switch
    {
        AcuteStanding.Corroborated => new("corroborated", "corroboré"),
        AcuteStanding.Credible => new("credible", "crédible"),
        AcuteStanding.Improbable => new("improbable", "improbable"),
        _ => new("unverified", "non vérifié"),
    };
}
