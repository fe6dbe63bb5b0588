namespace Alerts.Reading.Lexicons;

// Closed classes of single words, one bit each; named as in grammar.txt and frame.txt.
[Flags]
internal enum WordClass : long
{
    None0 = 0,
    Be = 1L << 0,
    Aux = 1L << 1,
    By = 1L << 2,
    Of = 1L << 3,
    Against = 1L << 4,
    Det = 1L << 5,
    Prep = 1L << 6,
    Locative = 1L << 7,
    Origin = 1L << 8,
    Clause = 1L << 9,
    And = 1L << 10,
    Say = 1L << 11,
    Function = 1L << 12,
    None = 1L << 13,
    Singular = 1L << 14,
    Ago = 1L << 15,
    LastUnit = 1L << 16,
    Week = 1L << 17,
    MonthUnit = 1L << 18,
    Year = 1L << 19,
    Day = 1L << 20,
    Since = 1L << 21,
    Abbreviation = 1L << 22,
    AdminAfter = 1L << 23,
    PlaceNoun = 1L << 24,
    Kilometre = 1L << 25,
    Near = 1L << 26,
    War = 1L << 27,
    Definite = 1L << 28,
}
