using Alerts.Gateway.Audit;
using Alerts.Gateway.People;
using Alerts.Platform.Access;
using Alerts.Terms;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Alerts.Gateway.Grpc;

// From the core's terms to the contract's and back.
internal static class Wire
{
    private static readonly (Roles Core, V1.Role Wire)[] RolePairs =
    [
        (Roles.Officer, V1.Role.Officer),
        (Roles.Analyst, V1.Role.Analyst),
        (Roles.Adviser, V1.Role.Adviser),
        (Roles.Service, V1.Role.Service),
        (Roles.Administrator, V1.Role.Administrator),
        (Roles.Installation, V1.Role.Installation),
    ];

    public static IEnumerable<V1.Role> ToProto(this Roles roles) => RolePairs.Where(p => roles.HasFlag(p.Core)).Select(p => p.Wire);

    // Those that can be given to people; none where the field may be empty.
    public static Roles ToRoles(string field, RepeatedField<V1.Role> roles)
    {
        Roles found = Roles.None;
        foreach (V1.Role role in roles)
        {
            found |= RolePairs.FirstOrDefault(p => p.Wire == role && p.Core != Roles.Installation) is { Core: not Roles.None } pair
                ? pair.Core
                : throw AlertsException.Invalid(field, "may name officer, analyst, adviser, service and administrator.");
        }

        return found;
    }

    // For the audit: "officer,adviser".
    public static string ToText(this Roles roles) => string.Join(',', RolePairs.Where(p => roles.HasFlag(p.Core)).Select(p => p.Core.ToString().ToLowerInvariant()));

    public static V1.Organisation ToProto(this Organisation organisation) => new()
    {
        Name = organisation.Name,
        DisplayName = organisation.DisplayName,
        Language = organisation.Language,
        CreateTime = organisation.Created.ToTimestamp(),
        Suspended = organisation.IsSuspended,
    };

    public static V1.Person ToProto(this Person person) => new()
    {
        Name = person.Name,
        DisplayName = person.DisplayName,
        Language = person.Language,
        Roles = { person.Roles.ToProto() },
        CreateTime = person.Created.ToTimestamp(),
        Suspended = person.IsSuspended,
    };

    public static V1.SignInKey ToProto(this SignInKey key) => new()
    {
        Name = key.Name,
        Person = ResourceNames.Person(key.Organisation, key.PersonId),
        Kind = (V1.KeyKind)key.Kind,
        Label = key.Label,
        Roles = { key.Roles.ToProto() },
        CreatedBy = key.CreatedBy,
        CreateTime = key.Created.ToTimestamp(),
        LastUseDay = key.LastUse is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToTimestamp() : null,
        ExpireTime = key.Expires?.ToTimestamp(),
        RevokeTime = key.Revoked?.ToTimestamp(),
    };

    public static V1.Invitation ToProto(this Invitation invitation) => new()
    {
        Name = invitation.Name,
        Person = ResourceNames.Person(invitation.Organisation, invitation.PersonId),
        CreatedBy = invitation.CreatedBy,
        CreateTime = invitation.Created.ToTimestamp(),
        ExpireTime = invitation.Expires.ToTimestamp(),
        AcceptTime = invitation.Accepted?.ToTimestamp(),
        RevokeTime = invitation.Revoked?.ToTimestamp(),
    };

    public static V1.AuditEntry ToProto(this AuditEntry entry) => new()
    {
        Number = entry.Number,
        Time = entry.Time.ToTimestamp(),
        Organisation = ResourceNames.Of(entry.Act.Organisation),
        Actor = entry.Act.Actor,
        Key = entry.Act.Key,
        Action = entry.Act.Action,
        Target = entry.Act.Target,
        Detail = entry.Act.Detail,
        Chain = Google.Protobuf.ByteString.CopyFrom(entry.Chain),
    };
}
