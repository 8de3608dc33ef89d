import CGit2
import Foundation
package import PolicyModel
import Synchronization

/// A real git repository, scripted commit by commit: fixed author, fixed dates, no configuration of whoever runs the test.
///
/// Commits are made of trees directly, so names may hold any byte but NUL and slash, and dates may run backwards.
package final class TestRepository: Sendable {
    /// What a commit does to a path.
    package enum Edit: Sendable {
        case write(String, String)
        case writeBytes([UInt8], [UInt8])
        case delete(String)
        case move(String, to: String)
        case symlink(String, to: String)
        case submodule(String)

        /// Writes a policy of the native layout: `folder/policy.md` with a front matter.
        package static func policy(_ folder: String, id: String? = nil, label: String, _ text: String) -> Edit {
            .write("\(folder)/policy.md", "---\nid: \(id ?? folder)\nversion: \"\(label)\"\n---\n\n\(text)\n")
        }
    }

    private struct Entry: Sendable {
        let mode: UInt32
        let id: ObjectID
    }

    private struct Script {
        var trees: [ObjectID: [[UInt8]: Entry]] = [:]
        var newest: ObjectID?
        var count = 0
    }

    /// The folder that the repository lies in; nothing else is in it.
    package let folder: TemporaryFolder
    /// The path of the repository.
    package let path: String
    private let script = Mutex(Script())

    /// Makes an empty repository with HEAD at `main`.
    package init(bare: Bool = true) throws {
        Hermetic.start
        folder = try TemporaryFolder()
        path = folder.appending("repository")
        var options = git_repository_init_options()
        git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
        options.flags = GIT_REPOSITORY_INIT_MKPATH.rawValue | (bare ? GIT_REPOSITORY_INIT_BARE.rawValue : 0)
        let path = path
        try "main".withCString { main in
            options.initial_head = main
            var repository: OpaquePointer?
            try Hermetic.check(git_repository_init_ext(&repository, path, &options))
            git_repository_free(repository)
        }
    }

    /// Records a commit and moves a branch to it.
    ///
    /// - Parameters:
    ///   - date: the committer date, a day or RFC 3339; by default a day after the last call's, from 2024-01-01.
    ///   - parents: by default the last commit that was made; its first one is what the edits are made to.
    ///   - branch: nil moves no branch.
    @discardableResult
    package func commit(
        _ edits: [Edit], at date: String? = nil, parents: [ObjectID]? = nil, branch: String? = "main",
        message: String = "Edit"
    ) throws -> ObjectID {
        try script.withLock { script in
            let seconds = try date.map(Self.seconds) ?? 1_704_067_200 + Int64(script.count) * 86_400
            script.count += 1
            var repository: OpaquePointer?
            try Hermetic.check(git_repository_open(&repository, path))
            defer { git_repository_free(repository) }
            let parents = parents ?? script.newest.map { [$0] } ?? []
            var entries = parents.first.flatMap { script.trees[$0] } ?? [:]
            for edit in edits { try Self.apply(edit, to: &entries, in: repository) }
            let tree = try Self.tree(entries.map { (path: $0.key[...], entry: $0.value) }, in: repository)
            let commit = try Self.commit(tree, parents, message, seconds, in: repository)
            script.trees[commit] = entries
            script.newest = commit
            if let branch {
                var id = Self.raw(commit)
                var reference: OpaquePointer?
                try Hermetic.check(git_reference_create(&reference, repository, "refs/heads/\(branch)", &id, 1, nil))
                git_reference_free(reference)
            }
            return commit
        }
    }

    private static func apply(_ edit: Edit, to entries: inout [[UInt8]: Entry], in repository: OpaquePointer?) throws {
        switch edit {
        case .write(let path, let text):
            entries[Array(path.utf8)] = Entry(mode: 0o100644, id: try blob(Array(text.utf8), in: repository))
        case .writeBytes(let path, let bytes):
            entries[path] = Entry(mode: 0o100644, id: try blob(bytes, in: repository))
        case .delete(let path):
            if entries.removeValue(forKey: Array(path.utf8)) == nil { throw TestFailure("no \(path) to delete") }
        case .move(let path, let target):
            guard let entry = entries.removeValue(forKey: Array(path.utf8)) else {
                throw TestFailure("no \(path) to move")
            }
            entries[Array(target.utf8)] = entry
        case .symlink(let path, let target):
            entries[Array(path.utf8)] = Entry(mode: 0o120000, id: try blob(Array(target.utf8), in: repository))
        case .submodule(let path):
            // A commit that no test repository has, as usual for a submodule.
            guard let id = ObjectID(hex: String(repeating: "ab", count: 20)) else { return }
            entries[Array(path.utf8)] = Entry(mode: 0o160000, id: id)
        }
    }

    private static func blob(_ bytes: [UInt8], in repository: OpaquePointer?) throws -> ObjectID {
        var id = git_oid()
        try Hermetic.check(git_blob_create_from_buffer(&id, repository, bytes, bytes.count))
        return objectID(id)
    }

    private static func tree(
        _ entries: [(path: ArraySlice<UInt8>, entry: Entry)], in repository: OpaquePointer?
    ) throws -> ObjectID {
        var builder: OpaquePointer?
        try Hermetic.check(git_treebuilder_new(&builder, repository, nil))
        defer { git_treebuilder_free(builder) }
        var folders: [ArraySlice<UInt8>: [(path: ArraySlice<UInt8>, entry: Entry)]] = [:]
        for (path, entry) in entries {
            if let slash = path.firstIndex(of: UInt8(ascii: "/")) {
                folders[path[..<slash], default: []].append((path[(slash + 1)...], entry))
            } else {
                try insert(path, entry, into: builder)
            }
        }
        for (name, below) in folders {
            try insert(name, Entry(mode: 0o040000, id: try tree(below, in: repository)), into: builder)
        }
        var id = git_oid()
        try Hermetic.check(git_treebuilder_write(&id, builder))
        return objectID(id)
    }

    private static func insert(_ name: ArraySlice<UInt8>, _ entry: Entry, into builder: OpaquePointer?) throws {
        var id = raw(entry.id)
        let name = name.map { CChar(bitPattern: $0) } + [0]
        try Hermetic.check(git_treebuilder_insert(nil, builder, name, &id, git_filemode_t(entry.mode)))
    }

    private static func commit(
        _ tree: ObjectID, _ parents: [ObjectID], _ message: String, _ seconds: Int64, in repository: OpaquePointer?
    ) throws -> ObjectID {
        // Written as git stores it, so that dates and parents can be whatever a test wants.
        let who = "A U Thor <author@example.com> \(seconds) +0000"
        let text =
            "tree \(tree)\n" + parents.map { "parent \($0)\n" }.joined()
            + "author \(who)\ncommitter \(who)\n\n\(message)\n"
        var objects: OpaquePointer?
        try Hermetic.check(git_repository_odb(&objects, repository))
        defer { git_odb_free(objects) }
        var id = git_oid()
        try Hermetic.check(git_odb_write(&id, objects, text, text.utf8.count, GIT_OBJECT_COMMIT))
        return objectID(id)
    }

    private static func seconds(_ date: String) throws -> Int64 {
        if let day = CivilDate(iso: date) { return day.startOfDay.secondsSinceEpoch }
        guard let moment = Instant(rfc3339: date) else { throw TestFailure("\(date) is no date") }
        return moment.secondsSinceEpoch
    }

    private static func objectID(_ id: git_oid) -> ObjectID {
        withUnsafeBytes(of: id.id) { ObjectID(bytes: Array($0)) } ?? ObjectID(high: 0, middle: 0, low: 0)
    }

    private static func raw(_ id: ObjectID) -> git_oid {
        var raw = git_oid()
        withUnsafeMutableBytes(of: &raw.id) { $0.copyBytes(from: id.bytes) }
        return raw
    }
}

/// Something that a test wanted and could not have.
package struct TestFailure: Error, CustomStringConvertible {
    /// What was wanted, and what came instead.
    package let description: String

    /// Makes a failure that says so.
    package init(_ description: String) { self.description = description }
}

/// libgit2 for tests: no configuration of the user or the system is read.
package enum Hermetic {
    /// Starts libgit2 once; later calls do nothing.
    package static let start: Void = {
        git_libgit2_init()
        let nowhere = NSTemporaryDirectory() + "policyhistory-tests-no-configuration"
        for level in [
            GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL,
        ] { _ = policyhistory_git_set_search_path(level.rawValue, nowhere) }
    }()

    static func check(_ status: Int32) throws {
        if status < 0 {
            throw TestFailure(
                git_error_last().flatMap { $0.pointee.message }.map { String(cString: $0) } ?? "\(status)")
        }
    }
}
