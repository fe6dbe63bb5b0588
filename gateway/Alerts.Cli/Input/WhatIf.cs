using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.V1;

namespace Alerts.Cli.Input;

// A hypothetical incident as people type it: "attack, 12 killed, today", "battle 30 km, 3 killed, 2 days ago", "IED, corroborated, yesterday".
//
//   INCIDENT  = PART { "," PART }     in any order; exactly one part names a type, each other kind stands at most once
//   PART      = TYPE [N "km"] | N "km" | "in" PLACE | "at" LAT LON | N ("killed" | "dead") | "nobody killed" | WHEN | STANDING | "ongoing" | "over" | "complex" | "on" TARGET
//   WHEN      = "now" | "today" | "yesterday" | N ("day" | "days" | "hour" | "hours") "ago" | YYYY-MM-DD
//   STANDING  = "improbable" | "unverified" | "credible" | "corroborated"
//   TYPE      = a type of the ACLED codebook or a local one, or one of the everyday words below
//
// Case does not matter. What is not understood is named with its place in the text.
internal static partial class WhatIf
{
    private static readonly Dictionary<string, SubEventType> Everyday = new(StringComparer.OrdinalIgnoreCase)
    {
        ["battle"] = SubEventType.ArmedClash,
        ["clash"] = SubEventType.ArmedClash,
        ["firefight"] = SubEventType.ArmedClash,
        ["ied"] = SubEventType.RemoteExplosiveLandmineIed,
        ["mine"] = SubEventType.RemoteExplosiveLandmineIed,
        ["landmine"] = SubEventType.RemoteExplosiveLandmineIed,
        ["bomb"] = SubEventType.RemoteExplosiveLandmineIed,
        ["suicide attack"] = SubEventType.SuicideBomb,
        ["suicide bombing"] = SubEventType.SuicideBomb,
        ["air strike"] = SubEventType.AirDroneStrike,
        ["airstrike"] = SubEventType.AirDroneStrike,
        ["drone strike"] = SubEventType.AirDroneStrike,
        ["shelling"] = SubEventType.ShellingArtilleryMissileAttack,
        ["mortar"] = SubEventType.ShellingArtilleryMissileAttack,
        ["rocket"] = SubEventType.ShellingArtilleryMissileAttack,
        ["abduction"] = SubEventType.AbductionForcedDisappearance,
        ["kidnapping"] = SubEventType.AbductionForcedDisappearance,
        ["killing"] = SubEventType.Attack,
        ["ambush"] = SubEventType.ArmedClash,
        ["protest"] = SubEventType.PeacefulProtest,
        ["riot"] = SubEventType.ViolentDemonstration,
        ["looting"] = SubEventType.LootingPropertyDestruction,
    };

    private static readonly Dictionary<string, LocalType> EverydayLocal = new(StringComparer.OrdinalIgnoreCase)
    {
        ["robbery"] = LocalType.ArmedRobbery,
        ["blockade"] = LocalType.BlockadeSiege,
        ["siege"] = LocalType.BlockadeSiege,
        ["checkpoint"] = LocalType.IllegalCheckpoint,
        ["threat"] = LocalType.IntimidationThreat,
    };

    // PlaceOf: the GeoNames id of a place by its name; throws when there is none.
    public static HypotheticalIncident Parse(string text, string option, Func<string, int> placeOf)
    {
        var incident = new HypotheticalIncident();
        var given = new HashSet<string>();
        int start = 0;
        foreach (string part in text.Split(','))
        {
            Part(part, start);
            start += part.Length + 1;
        }

        return given.Contains("type") ? incident : throw CliException.Usage($"{option} '{text}' names no type of incident, such as attack, battle or IED.");

        void Part(string part, int at)
        {
            int lead = part.Length - part.TrimStart().Length;
            string words = WhiteSpace().Replace(part.Trim(), " ");
            if (words.Length == 0) throw CliException.Usage($"{option} '{text}' has nothing before or after the comma at character {Math.Min(at + 1, text.Length)}.");
            if (Read(words, incident, placeOf) is not { } kind)
            {
                string unknown = FirstUnknown(words);
                int where = at + lead + Math.Max(0, part.TrimStart().IndexOf(unknown, StringComparison.Ordinal)) + 1;
                throw CliException.Usage(
                    $"{option} '{text}': '{unknown}' at character {where} is not understood. It takes a type, '30 km', 'in PLACE', '12 killed', 'today', '2 days ago', "
                    + "'corroborated', 'ongoing', 'complex', 'on airport', between commas.");
            }

            foreach (string one in kind.Split(' '))
            {
                if (!given.Add(one)) throw CliException.Usage($"{option} '{text}' says the {one} twice, the second time at character {at + lead + 1}.");
            }
        }
    }

    // What the part was, as one or two kinds; null when it is not understood.
    private static string? Read(string words, HypotheticalIncident incident, Func<string, int> placeOf) =>
        Killed(words, incident) ?? When(words, incident) ?? Standing(words, incident) ?? Manner(words, incident) ?? TypeAndDistance(words, incident)
        ?? Where(words, incident, placeOf);

    private static string? Killed(string words, HypotheticalIncident incident)
    {
        Match match = KilledForm().Match(words);
        if (!match.Success) return null;
        if (match.Groups["n"].Success)
        {
            if (!TryCount(match.Groups["n"].Value, out int killed)) return null;
            incident.Killed = killed;
        }
        else
        {
            incident.Killed = 0;
        }

        return "killed";
    }

    private static string? When(string words, HypotheticalIncident incident)
    {
        Match ago = AgoForm().Match(words);
        if (ago.Success && TryCount(ago.Groups["n"].Value, out int number))
        {
            if (ago.Groups["unit"].Value.StartsWith('d') || ago.Groups["unit"].Value.StartsWith('D')) incident.DaysAgo = number;
            else incident.HoursAgo = number;
            return "time";
        }

        if (words.Equals("now", StringComparison.OrdinalIgnoreCase)) incident.HoursAgo = 0;
        else if (words.Equals("today", StringComparison.OrdinalIgnoreCase)) incident.DaysAgo = 0;
        else if (words.Equals("yesterday", StringComparison.OrdinalIgnoreCase)) incident.DaysAgo = 1;
        else if (DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) incident.LocalDate = words;
        else return null;
        return "time";
    }

    private static string? Standing(string words, HypotheticalIncident incident)
    {
        if (EnumWord.Find<AcuteStanding>(words) is not { } standing) return null;
        incident.Standing = standing;
        return "standing";
    }

    private static string? Manner(string words, HypotheticalIncident incident)
    {
        if (words.StartsWith("on ", StringComparison.OrdinalIgnoreCase) && EnumWord.Find<TargetKind>(words[3..]) is { } target)
        {
            incident.Targets.Add(target);
            return $"target:{target}";
        }

        switch (words.ToLowerInvariant())
        {
            case "ongoing" or "going on":
                incident.Ongoing = true;
                return "end";
            case "over":
                incident.Ongoing = false;
                return "end";
            case "complex":
                incident.ComplexAttack = true;
                return "complex";
            default:
                return null;
        }
    }

    private static string? TypeAndDistance(string words, HypotheticalIncident incident)
    {
        Match match = DistanceForm().Match(words);
        string type = match.Success ? match.Groups["type"].Value.Trim() : words;
        double km = 0;
        if (match.Success && !double.TryParse(match.Groups["n"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out km)) return null;
        if (type.Length > 0 && !TypeOf(type, incident)) return null;
        if (match.Success) incident.DistanceKm = km;
        return (type.Length > 0, match.Success) switch
        {
            (true, true) => "type place",
            (true, false) => "type",
            _ => "place",
        };
    }

    private static string? Where(string words, HypotheticalIncident incident, Func<string, int> placeOf)
    {
        Match point = PointForm().Match(words);
        if (point.Success)
            incident.Point = new GeoPoint { Latitude = Degrees(point.Groups["lat"].Value), Longitude = Degrees(point.Groups["lon"].Value) };
        else if (words.StartsWith("in ", StringComparison.OrdinalIgnoreCase))
            incident.GeonamesId = placeOf(words[3..]);
        else
            return null;
        return "place";
    }

    private static double Degrees(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static bool TypeOf(string words, HypotheticalIncident incident)
    {
        if (Everyday.TryGetValue(words, out SubEventType everyday)) incident.SubEventType = everyday;
        else if (EverydayLocal.TryGetValue(words, out LocalType local)) incident.LocalType = local;
        else if (EnumWord.Find<SubEventType>(words) is { } type) incident.SubEventType = type;
        else if (EnumWord.Find<LocalType>(words) is { } own) incident.LocalType = own;
        else return false;
        return true;
    }

    // The word to point at: the first that could stand nowhere; when every word could, the first.
    private static string FirstUnknown(string words)
    {
        string[] single = words.Split(' ');
        return single.FirstOrDefault(word => !KnownWord().IsMatch(word) && !TypeOf(word, new HypotheticalIncident())) ?? single[0];
    }

    private static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    [GeneratedRegex(@"^(?:(?<n>\d+)|nobody|no one|none|no) (?:killed|dead|deaths?)$", RegexOptions.IgnoreCase)]
    private static partial Regex KilledForm();

    [GeneratedRegex(@"^(?<n>\d+) (?<unit>days?|hours?|h) ago$", RegexOptions.IgnoreCase)]
    private static partial Regex AgoForm();

    [GeneratedRegex(@"^(?<type>.*?) ?(?:at |in )?(?<n>\d+(?:\.\d+)?) ?km(?: away)?$", RegexOptions.IgnoreCase)]
    private static partial Regex DistanceForm();

    [GeneratedRegex(@"^at (?<lat>-?\d{1,3}(?:\.\d+)?) (?<lon>-?\d{1,3}(?:\.\d+)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex PointForm();

    [GeneratedRegex(@"^(?:[\d.]+|km|killed|dead|deaths?|nobody|none|no|one|days?|hours?|h|ago|on|at|in|away|now|today|yesterday)$", RegexOptions.IgnoreCase)]
    private static partial Regex KnownWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
