namespace Alerts.Platform.Access;

/// <summary>File names of the keys.</summary>
public static class SecretNames
{
    /// <summary>Signs the token by which the gateway tells services who calls: the same in the gateway and in every service.</summary>
    public const string Internal = "internal.key";

    /// <summary>Signs page tokens: the same in all processes of one service.</summary>
    public const string Page = "page.key";

    /// <summary>Encrypts the cursors of the alert log: the same in all processes of notify. Who loses it makes every subscriber begin anew.</summary>
    public const string Cursor = "cursor.key";
}
