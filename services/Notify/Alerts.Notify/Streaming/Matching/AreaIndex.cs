using System.Runtime.InteropServices;
using Alerts.Notify.Log;
using Alerts.Notify.Situations;
using Alerts.Notify.Watches;

namespace Alerts.Notify.Streaming.Matching;

// Areas by geographic cell. Cells are squares of degrees in grids of 1/16 to 64 degrees; a box lies in the grid whose cells are a quarter to
// a half as wide as itself, so that it fills a few cells and a cell holds little that is far away. A site then meets a cell or a few in each
// grid, however many areas there are. Whoever watches the same area through the same gate is in it together. Not thread safe.
internal sealed class AreaIndex<T>
    where T : class
{
    // Powers of two. The finest cells are 7 km high, about as exact as most sites are known; the coarsest hold what spans continents.
    private const int Finest = -4;
    private const int Coarsest = 6;

    private readonly Dictionary<(IArea, Gate), Members<T>> _areas = [];
    private readonly Dictionary<CellKey, Dictionary<Gate, List<Piece>>> _cells = [];

    // Cells in use in each grid: one without is not looked at.
    private readonly int[] _used = new int[Coarsest - Finest + 1];

    public void Add(T member, Gate gate, IArea area)
    {
        if (!_areas.TryGetValue((area, gate), out Members<T>? who))
        {
            _areas[(area, gate)] = who = new Members<T>();
            foreach ((CellKey cell, GeoBox box) in Cells(area))
                Put(cell, gate, new Piece(box, who));
        }

        who.Add(member);
    }

    public void Remove(T member, Gate gate, IArea area)
    {
        Members<T> who = _areas[(area, gate)];
        who.Remove(member);
        if (!who.IsEmpty)
            return;
        _areas.Remove((area, gate));
        foreach ((CellKey cell, _) in Cells(area))
            Take(cell, gate, who);
    }

    // Adds who watches an area of which a box comes near a site, as near as the site is uncertain.
    public void Collect(LogEntry entry, List<T> found)
    {
        foreach (ReachSite site in entry.Reach.Sites)
        {
            GeoBox near = GeoBox.At(site.Point);
            foreach (GeoBox part in Parts(site.SlackKm > 0 ? near.Grow(site.SlackKm) : near))
            {
                for (int grid = Finest; grid <= Coarsest; grid++)
                {
                    if (_used[grid - Finest] > 0)
                        Collect(entry, part, grid, found);
                }
            }
        }
    }

    private void Collect(LogEntry entry, GeoBox part, int grid, List<T> found)
    {
        (CellKey first, CellKey last) = (CellKey.SouthWest(part, grid), CellKey.NorthEast(part, grid));
        for (int row = first.Row; row <= last.Row; row++)
        {
            for (int column = first.Column; column <= last.Column; column++)
            {
                if (_cells.TryGetValue(new CellKey(grid, row, column), out Dictionary<Gate, List<Piece>>? gates))
                    Collect(entry, part, new CellKey(grid, row, column), first, gates, found);
            }
        }
    }

    private static void Collect(LogEntry entry, GeoBox part, CellKey cell, CellKey first, Dictionary<Gate, List<Piece>> gates, List<T> found)
    {
        foreach ((Gate gate, List<Piece> pieces) in gates)
        {
            if (!gate.Passes(entry))
                continue;
            foreach (ref readonly Piece piece in CollectionsMarshal.AsSpan(pieces))
            {
                if (Overlap(piece.Box, part) && IsWhereTheyFirstMeet(piece.Box, cell, first))
                    piece.Who.CollectInto(found);
            }
        }
    }

    // A box and a search may share several cells; the one in the south-west of those counts. first: the search's own.
    private static bool IsWhereTheyFirstMeet(GeoBox box, CellKey cell, CellKey first)
    {
        CellKey own = CellKey.SouthWest(box, cell.Grid);
        return cell.Row == Math.Max(own.Row, first.Row) && cell.Column == Math.Max(own.Column, first.Column);
    }

    private void Put(CellKey cell, Gate gate, Piece piece)
    {
        if (!_cells.TryGetValue(cell, out Dictionary<Gate, List<Piece>>? gates))
        {
            _cells[cell] = gates = [];
            _used[cell.Grid - Finest]++;
        }

        (CollectionsMarshal.GetValueRefOrAddDefault(gates, gate, out _) ??= []).Add(piece);
    }

    private void Take(CellKey cell, Gate gate, Members<T> who)
    {
        Dictionary<Gate, List<Piece>> gates = _cells[cell];
        List<Piece> pieces = gates[gate];
        pieces[pieces.FindIndex(piece => piece.Who == who)] = pieces[^1];
        pieces.RemoveAt(pieces.Count - 1);
        if (pieces.Count > 0)
            return;
        gates.Remove(gate);
        if (gates.Count > 0)
            return;
        _cells.Remove(cell);
        _used[cell.Grid - Finest]--;
    }

    private static IEnumerable<(CellKey Cell, GeoBox Box)> Cells(IArea area) =>
        from box in area.Cover
        from part in Parts(box)
        let grid = GridOf(part)
        let first = CellKey.SouthWest(part, grid)
        let last = CellKey.NorthEast(part, grid)
        from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
        from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
        select (new CellKey(grid, row, column), part);

    private static int GridOf(GeoBox box) =>
        (int)Math.Clamp(Math.Floor(Math.Log2(Math.Max(box.North - box.South, box.Width) / 2)), Finest, Coarsest);

    // Where the 180th meridian is only an edge.
    private static GeoBox[] Parts(GeoBox box) => box.West <= box.East ? [box] : [box with { East = 180 }, box with { West = -180 }];

    private static bool Overlap(in GeoBox one, in GeoBox other) =>
        one.South <= other.North && other.South <= one.North && one.West <= other.East && other.West <= one.East;

    // Part of an area in a cell. The box is here, and not behind a reference, since many are looked at and few fit.
    private readonly record struct Piece(GeoBox Box, Members<T> Who);
}
