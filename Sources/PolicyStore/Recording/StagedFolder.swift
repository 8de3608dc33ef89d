/// A folder that is filled out of sight and comes to its place as a whole, or not at all.
struct StagedFolder: Sendable {
    /// Where it is to be.
    let target: String
    /// Where it is filled.
    let folder: String
    /// The folders above the target that were made for it, the outermost first.
    private let madeParents: [String]
    /// Whether the target is an empty folder that stays, so that whoever stands in it sees what comes.
    private let isInsideTarget: Bool

    /// Makes the folder to fill: beside the target, or inside it where it is an empty folder.
    ///
    /// - Throws: where something is at the target, or nothing can be written there.
    init(for path: String) throws(StoreError) {
        let target = FileSystem.withoutSlashes(path)
        guard !target.isEmpty, !target.utf8.contains(0) else { throw .invalidPath(path) }
        do throws(FileSystem.Failure) {
            if FileSystem.isFolder(target) {
                guard try FileSystem.names(in: target).isEmpty else {
                    throw FileSystem.Failure("init", target, .notEmpty)
                }
                self.madeParents = []
                self.isInsideTarget = true
                self.folder = try FileSystem.makeUniqueFolder(in: target, prefix: ".policyhistory-")
            } else {
                guard try FileSystem.kind(of: target) == nil else {
                    throw FileSystem.Failure("init", target, .notEmpty)
                }
                let parent = FileSystem.parent(of: target)
                let made = try FileSystem.makeFolders(parent)
                self.madeParents = made
                self.isInsideTarget = false
                do throws(FileSystem.Failure) {
                    self.folder = try FileSystem.makeUniqueFolder(in: parent, prefix: ".policyhistory-")
                } catch {
                    Self.removeEmpty(made)
                    throw error
                }
            }
        } catch {
            throw error.reason == .notEmpty ? .somethingIsThere(target) : .unwritable(error)
        }
        self.target = target
    }

    /// Brings the folder to its place.
    ///
    /// - Throws: where something came there meanwhile; `abandon` then still clears up.
    func finish() throws(StoreError) {
        do throws(FileSystem.Failure) {
            if isInsideTarget {
                try moveUp()
            } else {
                try FileSystem.move(folder, to: target)
            }
            FileSystem.flushFolder(FileSystem.parent(of: target))
        } catch {
            throw error.exists ? .somethingIsThere(target) : .unwritable(error)
        }
    }

    /// Removes what was made, as far as it is not in its place.
    func abandon() {
        try? FileSystem.remove(folder)
        Self.removeEmpty(madeParents)
    }

    /// Moves what is in the folder up into the target, git's own folder last: before that the target is no repository.
    private func moveUp() throws(FileSystem.Failure) {
        var moved: [String] = []
        do throws(FileSystem.Failure) {
            let names = try FileSystem.names(in: folder).map(\.text)
            for name in names.filter({ !Self.making.contains($0) }) + names.filter(Self.making.contains) {
                guard try FileSystem.kind(of: "\(target)/\(name)") == nil else {
                    throw FileSystem.Failure("rename", "\(target)/\(name)", .notEmpty)
                }
                try FileSystem.move("\(folder)/\(name)", to: "\(target)/\(name)")
                moved.append(name)
            }
            try FileSystem.remove(folder)
        } catch {
            for name in moved { try? FileSystem.remove("\(target)/\(name)") }
            throw error
        }
    }

    /// What makes a folder a repository.
    private static let making = [".git", "HEAD"]

    private static func removeEmpty(_ folders: [String]) {
        for folder in folders.reversed() where (try? FileSystem.names(in: folder).isEmpty) == true {
            try? FileSystem.remove(folder)
        }
    }
}
