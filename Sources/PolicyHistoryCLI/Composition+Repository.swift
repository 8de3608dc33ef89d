import Dispatch
import EmbeddedHistory
import Foundation
import PolicyDiff
import PolicyIndex
import PolicyModel
import PolicyQueries
import PolicyStore

extension Composition {
    /// Opens the repository that the options name: the example, a path, that of POLICYHISTORY_REPOSITORY, or the one around
    /// the working folder.
    ///
    /// - Throws: `StoreError` where there is none or it cannot be read.
    func repository(_ options: RepositoryOptions) throws -> GitRepository {
        if options.example {
            return try ExampleRepository.open(
                files: EmbeddedHistory.files.map { FolderFile(path: $0.path, bytes: Array($0.text.utf8)) },
                cacheFolders: cacheFolders, describe: Self.describe)
        }
        let named = options.repository ?? environment["POLICYHISTORY_REPOSITORY"].flatMap { $0.isEmpty ? nil : $0 }
        return try openRepository(
            named.map { .at($0) } ?? .around(workingFolder), allowForeignOwner: options.allowForeignOwner)
    }

    /// Opens the policies of the repository that the options name.
    func policies(_ options: RepositoryOptions) throws -> GitPolicySource {
        let source = try source(options)
        // With two policies under one id every answer about it would be about one of them by chance. The walk that finds
        // them is the one that answers.
        if source.layout == .native { _ = try source.histories() }
        if let twice = source.findings.first(where: { $0.id == "duplicate-policy-id" && $0.severity == .error }) {
            throw CommandFailure.unusable([twice])
        }
        return source
    }

    /// Opens the policies of the repository that the options name, whatever is wrong with them.
    func source(_ options: RepositoryOptions) throws -> GitPolicySource {
        // The example is native at its top whatever POLICYHISTORY_REPOSITORY may need.
        let repository = try repository(options)
        let source = try GitPolicySource(
            repository: repository, root: options.root, layout: options.layout,
            index: options.noIndex ? nil : index(of: repository, options),
            progress: { [progress] in progress.walked($0, of: $1) })
        kept.note(source)
        return source
    }

    /// Opens the index of a repository; nil where it can be kept nowhere, not even in memory.
    private func index(of repository: GitRepository, _ options: RepositoryOptions) -> PolicyIndex? {
        let view = [options.root.map { "root \($0)" }, options.layout.map { "layout \($0.rawValue)" }].compactMap { $0 }
        return try? openIndex(
            of: repository, view: view.joined(separator: "\n"), maker: programDigest, caches: cacheFolders,
            today: now.utcDay)
    }

    /// Returns whom to ask about the policies of the repository that the options name.
    func chronicle(of options: RepositoryOptions, language: String? = nil) throws -> Chronicle {
        chronicle(of: try policies(options), language: language)
    }

    /// Returns whom to ask about the policies of a source.
    func chronicle(of source: GitPolicySource, language: String? = nil) -> Chronicle {
        Chronicle(
            source: source, now: Now(now, today: today(inZone: source.settings.timeZone)), language: language,
            compare: { compare($0, $1, options: $2) }, cache: source.index,
            perform: { count, work in DispatchQueue.concurrentPerform(iterations: count, execute: work) })
    }

    /// The day it is in a zone; that of UTC where the system knows no such zone, which is said.
    private func today(inZone name: String) -> CivilDate {
        if name == "UTC" { return now.utcDay }
        guard let zone = TimeZone(identifier: name) else {
            say(
                "warning: The time zone \"\(name)\" of policyhistory.yaml is not known here, so \"today\" is that of UTC.\n"
                    + "  fix: Check its name, such as Europe/Paris; on Linux the package tzdata brings the zones.")
            return now.utcDay
        }
        let moment = Date(timeIntervalSince1970: Double(now.secondsSinceEpoch))
        return Instant(secondsSinceEpoch: now.secondsSinceEpoch + Int64(zone.secondsFromGMT(for: moment))).utcDay
    }

    /// Where what can be made anew is kept, the best first.
    private var cacheFolders: [String] {
        var folders: [String] = []
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { folders.append(cache + "/policyhistory") }
        if let home = environment["HOME"], home.hasPrefix("/") {
            #if os(macOS)
                folders.append(home + "/Library/Caches/policyhistory")
            #else
                folders.append(home + "/.cache/policyhistory")
            #endif
        }
        var temporary = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        while temporary.hasSuffix("/") { temporary.removeLast() }
        return folders + ["\(temporary)/policyhistory-\(Platform.user)"]
    }

    /// Says what a version changed, for the message of its commit.
    static let describe: ChangeDescription = { _, _, old, new in
        guard let old else { return ["First version."] }
        let changes = compare(old, new).changes
        let told = changes.filter { $0.significance > .editorial }
        let editorial = changes.count - told.count
        var lines = told.prefix(40).map { "- \($0.summary)" }
        if told.count > 40 { lines.append("- and \(told.count - 40) further changes") }
        if editorial > 0 { lines.append("- \(editorial) editorial \(editorial == 1 ? "change" : "changes")") }
        return lines.isEmpty ? ["No change of text or rules."] : lines
    }
}
