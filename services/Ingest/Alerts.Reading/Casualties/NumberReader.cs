using Alerts.Reading.Frame;
using Alerts.Reading.Lexicons;
using Alerts.Terms;

namespace Alerts.Reading.Casualties;

/// <summary>Reads numbers as people write them: "12", "2,500", "20.000", "twenty-three", "une dizaine", "dozens", "between 3 and 7", with "at least" before them, and shares: "seven of the 19", "la moitié des douze".</summary>
internal static class NumberReader
{
    // How many words before a number "at least" and its like may take up.
    private const int QualifierReach = 4;

    private const int Percent = 100;

    public static NumberPhrase? At(Analysis analysis, int at, int end) =>
        Fraction(analysis, at, end) ?? Band(analysis, at, end) ?? (Plain(analysis, at, end) is not { } number ? null : WholeOf(analysis, number.End, end) is { } whole && whole.Value > number.Value ? ShareOf(analysis, number, whole) : number);

    private static NumberPhrase ShareOf(Analysis analysis, NumberPhrase number, NumberPhrase whole) =>
        number with { End = whole.End, Whole = analysis.Is(whole.First - 1, WordClass.Det) ? whole.Value : null };

    // "half of the twelve", "most of the twelve": of a whole that is told; by themselves they count nobody.
    private static NumberPhrase? Fraction(Analysis analysis, int at, int end)
    {
        if (analysis.GrammarAt(at, end, "Fraction", "Majority") is not { Entry: { } share, Count: var words } || WholeOf(analysis, at + words, end) is not { } whole) return null;
        bool most = share.Key == "Majority";
        int value = most ? (whole.Value / 2) + 1 : Math.Max(1, (int)Math.Round((double)whole.Value * share.Value / Percent));
        return ShareOf(analysis, new NumberPhrase(at, whole.End, value, most, false), whole);
    }

    // "a family of six", "un groupe de douze": where no noun behind the number says whom it counts.
    private static NumberPhrase? Band(Analysis analysis, int at, int end)
    {
        if (!analysis.Is(at, WordClass.Singular) || at + 3 >= end || analysis.GrammarAt(at + 1, at + 2, "Collective").Entry is null || !analysis.Is(at + 2, WordClass.Of)) return null;
        if (Plain(analysis, at + 3, end) is not { IsVague: false, Upper: null, MayBeYear: false, Value: > 1 } size) return null;
        bool closes = size.End >= end || !analysis.Document.JoinsNext(size.End - 1) || analysis.Is(size.End, WordClass.Be | WordClass.Aux | WordClass.Locative | WordClass.Prep | WordClass.By | WordClass.Clause);
        return closes ? size with { First = at } : null;
    }

    // "of the nineteen", "out of nine", "de leurs dix-neuf", "sur neuf"; but not "deux de 15 et 17 ans", "one of 12 September", "three of 2024".
    private static NumberPhrase? WholeOf(Analysis analysis, int at, int end)
    {
        if (at >= end || !analysis.Document.JoinsNext(at - 1)) return null;
        int next = at + (analysis.GrammarAt(at, end, "OutOf") is { Entry: not null } outOf ? outOf.Count : analysis.Is(at, WordClass.Of) ? 1 : 0);
        if (next == at) return null;
        while (next < end && analysis.Is(next, WordClass.Det) && Plain(analysis, next, end) is null) next++;
        if (next >= end || Plain(analysis, next, end) is not { IsVague: false, Upper: null, MayBeYear: false } whole) return null;
        bool isOfMore = analysis.GrammarAt(whole.End, end, "Measure", "Month").Entry is not null || (analysis.Is(whole.End, WordClass.And) && Plain(analysis, whole.End + 1, end) is not null);
        return isOfMore ? null : whole;
    }

    private static NumberPhrase? Plain(Analysis analysis, int at, int end)
    {
        if (at >= end) return null;
        (Entry? vague, int vagueCount) = analysis.GrammarAt(at, end, "Vague");
        (Entry? about, int aboutCount) = analysis.GrammarAt(at, end, "About");
        if (vague is not null && vagueCount >= aboutCount) return new NumberPhrase(at, at + vagueCount, vague.Value, true, false) { IsVague = true };
        if (about is not null) return Qualified(analysis, at, at + aboutCount, about.Value);
        (int value, int next) = char.IsAsciiDigit(analysis.Words[at].Text[0]) ? Digits(analysis, at, end) : Spelled(analysis, at, end);
        if (next == at || value > CasualtyRange.Limit) return null;
        NumberPhrase number = Qualified(analysis, at, next, value);
        return Range(analysis, number, end) ?? number;
    }

    // "between 3 and 7", "three to five", "100 à 200": both ends, when the second is the larger.
    private static NumberPhrase? Range(Analysis analysis, NumberPhrase low, int end)
    {
        int at = low.End;
        if (at + 1 >= end || analysis.GrammarAt(at, at + 1, "RangeTo").Entry is null) return null;
        bool between = low.First > 0 && analysis.GrammarAt(low.First - 1, low.First, "RangeFrom").Entry is not null;
        bool needsLead = analysis.Is(at, WordClass.And);
        if (needsLead && !between) return null;
        (int value, int next) = char.IsAsciiDigit(analysis.Words[at + 1].Text[0]) ? Digits(analysis, at + 1, end) : Spelled(analysis, at + 1, end);
        return next > at + 1 && value > low.Value && value <= CasualtyRange.Limit ? low with { End = next, Upper = value } : null;
    }

    private static NumberPhrase Qualified(Analysis analysis, int first, int end, int value)
    {
        bool low = false;
        bool high = false;
        for (int at = Math.Max(0, first - QualifierReach); at < first; at++)
        {
            (Entry? entry, int count) = analysis.GrammarAt(at, first, "Low", "High");
            if (entry is null || at + count != first) continue;
            low |= entry.Key == "Low";
            high |= entry.Key == "High";
        }

        return new NumberPhrase(first, end, value, low, high);
    }

    private static (int Value, int Next) Digits(Analysis analysis, int at, int end)
    {
        Document document = analysis.Document;
        string digits = document.Words[at].Text;
        if (!digits.All(char.IsAsciiDigit) || digits.Length > 7) return (0, at);
        int next = at + 1;
        while (next < end && next - at < 3 && digits.Length <= 6 && document.Words[next].Text.Length == 3 && document.Words[next].Text.All(char.IsAsciiDigit)
            && document.GapAfter(next - 1) is "," or "." or "\u00A0" or "\u202F" or " ") digits += document.Words[next++].Text;

        // "12.5", "30%", "5:40", "17/09" and "AK-47" are no numbers of people.
        bool part = document.GapAfter(next - 1) is ['%' or ':' or '/' or '°', ..] or [' ', '%', ..] || (next < document.Words.Count && document.GapAfter(next - 1) is ['.' or ',']) || (at > 0 && document.GapAfter(at - 1) is "." or ":" or "/" or "-" or " $" or "$");
        return !part && int.TryParse(digits, out int value) ? (value, next) : (0, at);
    }

    private static (int Value, int Next) Spelled(Analysis analysis, int at, int end)
    {
        if (analysis.GrammarAt(at, end, "Tens") is { Entry: { } tens } found)
        {
            int next = at + found.Count;
            int one = next + 1 < end && analysis.Is(next, WordClass.And) && analysis.GrammarAt(next + 1, end, "Number").Entry is not null ? next + 1 : next;
            (Entry? unit, int count) = one < end ? analysis.GrammarAt(one, end, "Number") : (null, 0);
            bool compound = unit is not null && (unit.Value < 10 || tens.Value is 60 or 80) && analysis.Document.JoinsNext(one - 1);
            return compound ? (tens.Value + unit!.Value, one + count) : (tens.Value, next);
        }

        (Entry? number, int words) = analysis.GrammarAt(at, end, "Number");
        if (number is null) return (0, at);
        (Entry? hundred, int more) = at + words < end ? analysis.GrammarAt(at + words, end, "Hundred") : (null, 0);
        return hundred is null ? (number.Value, at + words) : (number.Value * hundred.Value, at + words + more);
    }
}
