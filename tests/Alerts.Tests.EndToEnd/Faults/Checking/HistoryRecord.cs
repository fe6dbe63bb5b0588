using System.Text.Json.Serialization;

namespace Alerts.Tests.EndToEnd.Faults.Checking;

/// <summary>One line of a history: something that was seen from outside the server, in the order in which it was seen.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Killed), "killed")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Marked), "marked")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(StoredReport), "report")]
[JsonDerivedType(typeof(StoredIncident), "incident")]
[JsonDerivedType(typeof(StoredAlert), "alert")]
[JsonDerivedType(typeof(StoredThreat), "threat")]
internal abstract record HistoryRecord
{
    /// <summary>A report is about to be sent for the first time.</summary>
    /// <param name="Request">Its request id; its source bears the same name, so that a second copy shows.</param>
    /// <param name="City">Where, by GeoNames id.</param>
    /// <param name="At">When.</param>
    internal sealed record Submitted(string Request, int City, DateTimeOffset At) : HistoryRecord;

    /// <summary>The server said OK.</summary>
    /// <param name="Request">To which request.</param>
    /// <param name="Report">Name it gave the report.</param>
    /// <param name="Accepted">When it says it accepted it.</param>
    /// <param name="Server">Which start of the server said so, from 1.</param>
    /// <param name="At">When the answer came.</param>
    internal sealed record Answered(string Request, string Report, DateTimeOffset Accepted, int Server, DateTimeOffset At) : HistoryRecord;

    /// <summary>kill -9 was sent.</summary>
    /// <param name="Server">To which start of the server.</param>
    /// <param name="At">When.</param>
    /// <param name="Part">Which part of a split server; empty for all in one.</param>
    internal sealed record Killed(int Server, DateTimeOffset At, string Part = "") : HistoryRecord;

    /// <summary>A subscriber begins that wants some countries only. One that wants everything needs no such record.</summary>
    /// <param name="Lineage">Which subscriber.</param>
    /// <param name="Countries">ISO 3166-1 alpha-2.</param>
    internal sealed record Joined(string Lineage, IReadOnlyList<string> Countries) : HistoryRecord;

    /// <summary>A bookmark: all up to here was sent.</summary>
    /// <param name="Lineage">Which subscriber.</param>
    /// <param name="CompleteThrough">The alerts of all reports accepted before this were sent; null when the server does not say.</param>
    internal sealed record Marked(string Lineage, DateTimeOffset? CompleteThrough) : HistoryRecord;

    /// <summary>A subscriber got an alert.</summary>
    /// <param name="Lineage">Which subscriber: one chain of cursors, over all its connections.</param>
    /// <param name="Alert">Name.</param>
    /// <param name="Situation">Its thread.</param>
    /// <param name="Revision">Its place in the thread.</param>
    /// <param name="Body">Digest of the whole alert.</param>
    /// <param name="At">When.</param>
    internal sealed record Delivered(string Lineage, string Alert, string Situation, long Revision, string Body, DateTimeOffset At) : HistoryRecord;

    /// <summary>GetReport found a report at the end.</summary>
    /// <param name="Report">Name.</param>
    /// <param name="Request">The name of its source: the request that brought it.</param>
    /// <param name="Incident">What it was folded into; empty when it was not.</param>
    internal sealed record StoredReport(string Report, string Request, string Incident) : HistoryRecord;

    /// <summary>ListIncidents listed an incident at the end.</summary>
    /// <param name="Incident">Name.</param>
    /// <param name="Reports">Names of its reports.</param>
    /// <param name="Requests">Names of their sources, in the same order.</param>
    internal sealed record StoredIncident(string Incident, IReadOnlyList<string> Reports, IReadOnlyList<string> Requests) : HistoryRecord;

    /// <summary>ListAlerts listed an alert at the end.</summary>
    /// <param name="Alert">Name.</param>
    /// <param name="Situation">Its thread.</param>
    /// <param name="Revision">Its place in the thread.</param>
    /// <param name="Body">Digest of the whole alert.</param>
    /// <param name="Incident">What it is about; empty for one about the system itself.</param>
    /// <param name="Countries">Those that it names, ISO 3166-1 alpha-2; null: it is for everybody.</param>
    internal sealed record StoredAlert(
        string Alert, string Situation, long Revision, string Body, string Incident, IReadOnlyList<string>? Countries = null) : HistoryRecord;

    /// <summary>ListCityThreats listed a city with an acute floor at the end.</summary>
    /// <param name="City">GeoNames id.</param>
    /// <param name="Situations">Situations that touch it.</param>
    internal sealed record StoredThreat(int City, IReadOnlyList<string> Situations) : HistoryRecord;
}
