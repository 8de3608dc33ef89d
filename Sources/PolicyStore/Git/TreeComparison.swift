import CGit2
import PolicyModel

/// A file that differs between two trees.
struct GitChange: Hashable, Sendable {
    /// One side of the difference.
    struct Side: Hashable, Sendable {
        let mode: GitMode
        let id: ObjectID
    }

    /// The path from the top of the repository.
    let path: GitPath
    /// What stood there; nil where nothing did.
    let old: Side?
    /// What stands there; nil where nothing does.
    let new: Side?
}

/// Which part of the trees a comparison looks at.
struct GitSelection: Sendable {
    /// Says by its path whether a folder is looked into.
    let entersFolder: @Sendable (GitPath) -> Bool
    /// Says by its path and mode whether an entry that is no folder is told.
    let keeps: @Sendable (GitPath, GitMode) -> Bool

    /// All there is.
    static let everything = GitSelection(entersFolder: { _ in true }, keeps: { _, _ in true })
}

/// Compares two trees entry by entry; folders with the same id are passed over unread.
///
/// The cost is that of the folders along changed paths, whatever the size of the rest.
struct TreeComparison {
    let selection: GitSelection
    private(set) var changes: [GitChange] = []

    init(_ selection: GitSelection) { self.selection = selection }

    /// Adds what differs between two open trees at `path`; nil for a tree that is not there.
    mutating func compare(
        _ old: borrowing GitRawObject?, _ new: borrowing GitRawObject?, at path: GitPath,
        in state: borrowing GitRepository.State
    ) throws(GitError) {
        var left = try Self.cursor(old)
        var right = try Self.cursor(new)
        while true {
            try TreeCursor.skipEqual(&left, &right)
            if left.isAtEnd && right.isAtEnd { return }
            if !left.isAtEnd, !right.isAtEnd, left.hasSameName(as: right) {
                try told(left, right, at: path, in: state)
                try left.advance()
                try right.advance()
            } else if right.isAtEnd || (!left.isAtEnd && left.precedes(right)) {
                try told(left, nil, at: path, in: state)
                try left.advance()
            } else {
                try told(nil, right, at: path, in: state)
                try right.advance()
            }
        }
    }

    /// Adds the difference of one entry: of the files below it where it is a folder.
    private mutating func told(
        _ old: TreeCursor?, _ new: TreeCursor?, at folder: GitPath, in state: borrowing GitRepository.State
    ) throws(GitError) {
        guard let any = new ?? old else { return }
        let path = folder.appending(any.name)
        if any.isFolder {
            guard selection.entersFolder(path) else { return }
            try compare(folder: old?.id, with: new?.id, at: path, in: state)
            return
        }
        let sides = (side(old, path), side(new, path))
        if sides.0 != nil || sides.1 != nil { changes.append(GitChange(path: path, old: sides.0, new: sides.1)) }
    }

    /// Adds what differs between two folders by their ids.
    mutating func compare(
        folder old: git_oid?, with new: git_oid?, at path: GitPath, in state: borrowing GitRepository.State
    ) throws(GitError) {
        let oldTree = if let old { try state.open(old, as: GIT_OBJECT_TREE) } else { GitRawObject?.none }
        let newTree = if let new { try state.open(new, as: GIT_OBJECT_TREE) } else { GitRawObject?.none }
        try compare(oldTree, newTree, at: path, in: state)
    }

    private func side(_ cursor: TreeCursor?, _ path: GitPath) -> GitChange.Side? {
        guard let cursor, let mode = GitMode(cursor.mode), selection.keeps(path, mode) else { return nil }
        return GitChange.Side(mode: mode, id: ObjectID(cursor.id))
    }

    private static func cursor(_ tree: borrowing GitRawObject?) throws(GitError) -> TreeCursor {
        switch tree {
        case .some(let tree): try TreeCursor(tree.bytes, of: tree.id)
        case .none: try TreeCursor(UnsafeRawBufferPointer(start: nil, count: 0), of: git_oid())
        }
    }
}
