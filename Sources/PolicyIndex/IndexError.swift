internal import GRDB

/// What keeps the index from being used.
package struct IndexError: Error, Hashable, Sendable {
    /// What follows from it.
    package enum Code: Hashable, Sendable {
        /// What it holds is not what was written: it is thrown away and built anew.
        case damaged
        /// It cannot be read or written now: the answer is found without it.
        case unusable
        /// Another process holds it for longer than one waits.
        case busy
    }

    /// What follows from it.
    package let code: Code
    /// The reason in words, for a warning.
    package let reason: String

    /// Something in it is not what was written.
    package static func damaged(_ what: String) -> IndexError {
        IndexError(code: .damaged, reason: "\(what) is damaged")
    }

    private init(code: Code, reason: String) {
        self.code = code
        self.reason = reason
    }

    /// Tells an error of SQLite: what it says of the file, and what of the disk.
    init(_ error: any Error) {
        guard let error = error as? DatabaseError else {
            if error is RowDecodingError {
                self = .damaged("a value")
                return
            }
            self = error as? IndexError ?? IndexError(code: .unusable, reason: "\(error)")
            return
        }
        let reason = error.message ?? "SQLite's status \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_MISUSE: self.init(code: .busy, reason: reason)
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_NOMEM, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(code: .unusable, reason: reason)
        // A table that is missing, a page that makes no sense, a file that is no database.
        default: self.init(code: .damaged, reason: reason)
        }
    }
}
