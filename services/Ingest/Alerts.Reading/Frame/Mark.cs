using Alerts.Reading.Lexicons;

namespace Alerts.Reading.Frame;

// A phrase of a lexicon found in a text: what it means (more than one thing at times), its first word, the word behind it.
internal sealed record Mark(IReadOnlyList<Entry> Entries, int First, int End)
{
    public Entry? Of(Sort sort)
    {
        foreach (Entry entry in Entries)
        {
            if (entry.Sort == sort) return entry;
        }

        return null;
    }

    /// <summary>Whether it only says who speaks of what happened, and how.</summary>
    public bool IsFrame
    {
        get
        {
            foreach (Entry entry in Entries)
            {
                if (entry.Sort != Sort.Cue || entry.Key is not ("Claimed" or "Blamed" or "Separate" or "Ongoing" or "Confirmed" or "Unverified")) return false;
            }

            return true;
        }
    }

    public bool IsCue(string key)
    {
        foreach (Entry entry in Entries)
        {
            if (entry.Sort == Sort.Cue && entry.Key == key) return true;
        }

        return false;
    }
}
