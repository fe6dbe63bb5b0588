namespace Alerts.Platform.Access;

/// <summary>Which roles may call which rpc. What is not listed is denied; a test walks every rpc.</summary>
public static class AccessPolicy
{
    private const Roles Readers = Roles.Officer | Roles.Analyst | Roles.Adviser | Roles.Service;

    private const Roles Administrators = Roles.Administrator | Roles.Installation;
    private const Roles Everybody = Readers | Administrators;

    private static readonly Dictionary<string, Roles> Allowed = new()
    {
        ["/alerts.v1.IngestService/SubmitReport"] = Readers,
        ["/alerts.v1.IngestService/SubmitReports"] = Readers,
        ["/alerts.v1.IngestService/SubmitText"] = Readers,
        ["/alerts.v1.IngestService/GetReport"] = Readers,
        ["/alerts.v1.IngestService/GetIncident"] = Readers,
        ["/alerts.v1.IngestService/ListIncidents"] = Readers,
        ["/alerts.v1.IngestService/ReviewIncident"] = Roles.Analyst | Roles.Adviser,
        ["/alerts.v1.IngestService/RetractReport"] = Readers,
        ["/alerts.v1.IngestService/SearchPlaces"] = Readers,
        // History is shared: what one organisation brings in, every other's forecast rests on.
        ["/alerts.v1.IngestService/ImportHistory"] = Roles.Installation,
        ["/alerts.v1.RiskService/GetCityThreat"] = Readers,
        ["/alerts.v1.RiskService/ListCityThreats"] = Readers,
        ["/alerts.v1.RiskService/WatchCityThreats"] = Readers,
        ["/alerts.v1.RiskService/GetThreatHistory"] = Readers,
        ["/alerts.v1.RiskService/GetForecastCourse"] = Readers,
        ["/alerts.v1.RiskService/Simulate"] = Readers,
        ["/alerts.v1.RiskService/ClearSituation"] = Roles.Adviser,
        ["/alerts.v1.RiskService/ReportAccess"] = Roles.Officer | Roles.Adviser,
        ["/alerts.v1.RiskService/SignAssessment"] = Roles.Adviser,
        ["/alerts.v1.RiskService/WithdrawAssessment"] = Roles.Adviser,
        ["/alerts.v1.RiskService/OverrideLevel"] = Roles.Adviser,
        ["/alerts.v1.RiskService/HoldFloor"] = Roles.Adviser,
        ["/alerts.v1.RiskService/ListToSign"] = Roles.Adviser | Roles.Analyst,
        ["/alerts.v1.NotifyService/StreamAlerts"] = Readers,
        ["/alerts.v1.NotifyService/ListAlerts"] = Readers,
        ["/alerts.v1.NotifyService/GetAlert"] = Readers,
        ["/alerts.v1.NotifyService/AcknowledgeAlert"] = Readers,
        ["/alerts.v1.NotifyService/CreateWatch"] = Readers,
        ["/alerts.v1.NotifyService/GetWatch"] = Readers,
        ["/alerts.v1.NotifyService/ListWatches"] = Readers,
        ["/alerts.v1.NotifyService/UpdateWatch"] = Readers,
        ["/alerts.v1.NotifyService/DeleteWatch"] = Readers,
        ["/alerts.v1.NotifyService/PreviewWatch"] = Readers,
        ["/alerts.v1.NotifyService/SuggestWatch"] = Readers,
        ["/alerts.v1.StatusService/GetStatus"] = Everybody,
        ["/alerts.v1.DeadLetterService/ListDeadLetters"] = Roles.Installation,
        ["/alerts.v1.DeadLetterService/ReplayDeadLetter"] = Roles.Installation,
        ["/alerts.v1.AccessService/GetMe"] = Everybody,
        ["/alerts.v1.AccessService/SignOut"] = Everybody,
        ["/alerts.v1.AccessService/CreateOrganisation"] = Roles.Installation,
        ["/alerts.v1.AccessService/GetOrganisation"] = Everybody,
        ["/alerts.v1.AccessService/ListOrganisations"] = Everybody,
        ["/alerts.v1.AccessService/UpdateOrganisation"] = Administrators,
        ["/alerts.v1.AccessService/CreatePerson"] = Administrators,
        ["/alerts.v1.AccessService/GetPerson"] = Everybody,
        ["/alerts.v1.AccessService/ListPeople"] = Administrators,
        ["/alerts.v1.AccessService/ListColleagues"] = Roles.Officer | Roles.Analyst | Roles.Adviser | Administrators,
        ["/alerts.v1.AccessService/UpdatePerson"] = Administrators,
        ["/alerts.v1.AccessService/CreateInvitation"] = Administrators,
        ["/alerts.v1.AccessService/ListInvitations"] = Administrators,
        ["/alerts.v1.AccessService/RevokeInvitation"] = Administrators,
        ["/alerts.v1.AccessService/AcceptInvitation"] = Roles.Invited,
        ["/alerts.v1.AccessService/CreateKey"] = Administrators,
        ["/alerts.v1.AccessService/ListKeys"] = Everybody,
        ["/alerts.v1.AccessService/RevokeKey"] = Everybody,
        ["/alerts.v1.AccessService/ListAudit"] = Administrators,
    };

    /// <summary>Whether a caller with these roles may call an rpc.</summary>
    /// <param name="method">Full name, such as <c>/alerts.v1.IngestService/SubmitReport</c>.</param>
    /// <param name="roles">The caller's roles.</param>
    public static bool Allows(string method, Roles roles) => Allowed.TryGetValue(method, out Roles needed) && (needed & roles) != 0;

    /// <summary>Whether an rpc has a policy at all.</summary>
    public static bool Covers(string method) => Allowed.ContainsKey(method);
}
