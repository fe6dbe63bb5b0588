namespace Alerts.Terms;

/// <summary>Whom or what an act was directed at, as far as the acute rules care.</summary>
/// <remarks>Numbers equal those of the proto enum of the same name. Unknown is null, never a value.</remarks>
public enum TargetKind
{
    /// <summary>Civilians without a closer description.</summary>
    Civilians = 1,

    /// <summary>Staff, premises or vehicles of an aid organisation.</summary>
    AidWorkers = 2,

    /// <summary>Embassies, missions, their staff and vehicles.</summary>
    Diplomatic = 3,

    /// <summary>An airport, its runway, terminal or air base.</summary>
    Airport = 4,

    /// <summary>Road transport, convoys, ports, stations.</summary>
    Transport = 5,

    /// <summary>Police, gendarmerie, army, their schools and bases.</summary>
    SecurityForces = 6,

    /// <summary>Civil authorities and their buildings.</summary>
    Government = 7,

    /// <summary>Power, water, fuel, communications.</summary>
    Infrastructure = 8,

    /// <summary>Journalists and their premises.</summary>
    Media = 9,

    /// <summary>Places of worship and clergy.</summary>
    Religious = 10,

    /// <summary>Schools and universities.</summary>
    Education = 11,

    /// <summary>Hospitals, clinics, ambulances.</summary>
    Health = 12,
}
