import ArgumentParser
import Foundation
import PolicyModel
import PolicyRendering
import PolicyStore

/// What stands around a notice: the publisher's brand and templates.
struct NoticeFormOptions: ParsableArguments {
    /// The largest logo that is put into a page or message.
    private static let logoLimit = 256 << 10

    @Option(
        help: ArgumentHelp(
            "A folder with templates that replace built-in ones; `notice templates` writes those out.",
            valueName: "folder"), completion: .directory)
    var templates: String?

    /// Returns what stands around a notice, and what was noticed on the way.
    ///
    /// - Throws: `TemplateError` where a template cannot be used, `CommandFailure` where the folder cannot be read.
    func stationery(_ source: GitPolicySource) throws -> (stationery: Stationery, findings: [Finding]) {
        let logo = try Self.logo(source)
        return (
            Stationery(source.settings, logo: logo.picture, templates: try templateSet()),
            logo.finding.map { [$0] } ?? []
        )
    }

    private func templateSet() throws -> TemplateSet {
        guard let folder = templates else { return TemplateSet() }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw CommandFailure.unreadable(folder, why: (error as NSError).localizedDescription)
        }
        var sources: [String: String] = [:]
        for name in names.sorted() where name.hasSuffix(".mustache") {
            let path = "\(folder)/\(name)"
            guard case .bytes(let bytes) = Platform.contents(of: path) else {
                throw CommandFailure.unreadable(path, why: "it is no readable file")
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw CommandFailure.unreadable(path, why: "it is not UTF-8")
            }
            sources[String(name.dropLast(".mustache".count))] = text
        }
        return try TemplateSet(replacing: sources)
    }

    private static func logo(_ source: GitPolicySource) throws -> (picture: Stationery.Logo?, finding: Finding?) {
        guard let path = source.settings.brand.logo else { return (nil, nil) }
        if let picture = try source.file(at: path, limit: logoLimit).flatMap({ Stationery.Logo($0) }) {
            return (picture, nil)
        }
        return (
            nil,
            Finding(
                id: "logo-unusable", severity: .warning,
                message: "There is no usable logo at \(path) in the newest commit.",
                fix:
                    "Record a PNG, JPEG, GIF or SVG of at most 256 KiB there, or change brand: logo: in policyhistory.yaml."
            )
        )
    }
}
