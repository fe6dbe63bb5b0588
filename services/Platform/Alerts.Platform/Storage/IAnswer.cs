using System.Data.Common;

namespace Alerts.Platform.Storage;

// Takes the rows of one statement among many that were sent together.
internal interface IAnswer
{
    void Read(DbDataReader reader);
}
