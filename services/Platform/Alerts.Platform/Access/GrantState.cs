namespace Alerts.Platform.Access;

/// <summary>Whether a caller may go on.</summary>
public enum GrantState
{
    /// <summary>The caller may go on.</summary>
    Standing,

    /// <summary>The caller's key or sign-in has run out: sign in again and come back.</summary>
    Expired,

    /// <summary>The caller's key was revoked, or the right to this call was taken away.</summary>
    Revoked,
}
