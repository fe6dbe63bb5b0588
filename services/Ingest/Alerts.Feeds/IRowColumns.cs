using Sylvan.Data.Csv;

namespace Alerts.Feeds;

// Where the columns of one file of a data set are, and what a row of it becomes.
internal interface IRowColumns
{
    // Whether the row is a second header.
    bool IsTagRow(CsvDataReader csv);

    // Answers why the row is refused, or null.
    string? Read(CsvDataReader csv, out HistoricRow? row);
}
