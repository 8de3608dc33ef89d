import Foundation
import PackagePlugin

/// Writes the files of a folder into a Swift source of the target, as `EmbeddedFiles.all`.
///
/// A target with a folder `Languages` or `Templates` gets that one; the target `EmbeddedHistory` gets the package's `PolicyHistory`.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder =
            switch target.name {
            case "EmbeddedHistory": context.package.directoryURL.appending(path: "PolicyHistory")
            case "PolicyRendering": target.directoryURL.appending(path: "Templates")
            default: target.directoryURL.appending(path: "Languages")
            }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(folder.lastPathComponent) into \(target.name)",
                executable: try context.tool(named: "embed-files").url,
                arguments: [folder.path, output.path],
                inputFiles: Self.files(below: folder),
                outputFiles: [output])
        ]
    }

    private static func files(below folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (all?.compactMap { $0 as? URL } ?? []).filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }.sorted { $0.path < $1.path }
    }
}
