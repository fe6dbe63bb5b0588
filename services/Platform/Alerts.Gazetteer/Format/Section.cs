namespace Alerts.Gazetteer.Format;

// Sections of the place file, in file order. Columns hold one value a place, in place order: by one-degree cell, then by id.
internal enum Section
{
    Ids,
    Latitudes,
    Longitudes,
    Populations,
    Countries,
    Features,
    Zones,
    Admin1,
    Admin2,
    NameStarts,
    NameText,
    IdOrder,
    CountryTable,
    NeighbourTable,
    FeatureTable,
    ZoneTable,
    Admin1Table,
    Admin2Table,
    BlockStarts,
    Blocks,
    NameFilter,
    Count,
}
