namespace Alerts.Terms;

/// <summary>Traffic Light Protocol 2.0.</summary>
/// <remarks>An unset label counts as <see cref="AmberStrict"/>. Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum TlpLabel
{
    /// <summary>Named recipients only; feeds nothing.</summary>
    Red = 1,

    /// <summary>Own organisation, need to know.</summary>
    AmberStrict = 2,

    /// <summary>Own organisation and the partners it lists.</summary>
    Amber = 3,

    /// <summary>The community, never a public channel.</summary>
    Green = 4,

    /// <summary>Anyone.</summary>
    Clear = 5,
}
