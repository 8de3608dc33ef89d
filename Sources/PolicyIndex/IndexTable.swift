/// A table of the index: bytes by number, or by name.
package struct IndexTable: Hashable, Sendable {
    /// Its name in the file.
    let name: String
    let isNamed: Bool

    /// A table whose keys are numbers.
    package static func numbered(_ name: String) -> IndexTable { IndexTable(name: name, isNamed: false) }

    /// A table whose keys are bytes.
    package static func named(_ name: String) -> IndexTable { IndexTable(name: name, isNamed: true) }

    /// The statement that makes it, as SQLite keeps it.
    var creation: String {
        isNamed
            ? "CREATE TABLE \(name) (key BLOB PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID"
            : "CREATE TABLE \(name) (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"
    }
}
