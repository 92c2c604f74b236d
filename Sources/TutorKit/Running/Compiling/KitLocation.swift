import Foundation

/// Where the compiled kit is that programs are compiled against and linked with.
public struct KitLocation: Sendable, Equatable {
    struct Module: Sendable, Equatable {
        let name: String
        /// `…/Modules/ConcurrencyKit.swiftmodule`.
        let interface: String
        let objects: [String]
    }

    let modules: [Module]
    /// Linked into a program that does not import the kit, so that it runs on the kit's loop all the same. Empty where it
    /// was not built.
    let takeover: [String]
    /// What the objects of each ask to be linked with; nil if that cannot be read. Read once: there are a hundred of them.
    let libraries: [String]?
    let takeoverLibraries: [String]?

    init(modules: [Module], takeover: [String]) {
        self.modules = modules
        self.takeover = takeover
        libraries = Self.libraries(of: modules.flatMap(\.objects))
        takeoverLibraries = Self.libraries(of: takeover)
    }

    private static func libraries(of objects: [String]) -> [String]? {
        var all: [String] = []
        for object in objects {
            guard let entries = AutolinkEntries.read(object) else { return nil }
            for entry in entries where !all.contains(entry) { all.append(entry) }
        }
        return all
    }

    /// Looks beside the running program: in a build folder (`.build/debug/tutor`), then where an installed copy has it
    /// (`PREFIX/bin/tutor` and `PREFIX/lib/tutor/`). Both have a folder `Modules` and, for each module, a folder
    /// `NAME.build` of objects.
    ///
    /// - Parameters:
    ///   - executable: The absolute path of the running program. Links are followed.
    ///   - modules: What programs may import and what that needs.
    public static func find(
        executable: String,
        modules: [String] = ["ConcurrencyKit"]
    ) throws(KitProblem) -> KitLocation {
        let real = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
        let beside = real.deletingLastPathComponent()
        let installed = beside.deletingLastPathComponent().appendingPathComponent("lib/tutor")
        let candidates = [beside.path, installed.path]
        for folder in candidates where FileManager.default.fileExists(atPath: "\(folder)/Modules") {
            var found: [Module] = []
            for name in modules { found.append(try module(name, in: folder)) }
            let takeover = ["Takeover", "CVirtualClock"].map { currentObjects(in: "\(folder)/\($0).build") }
            return KitLocation(
                modules: found,
                takeover: takeover.contains { $0.isEmpty } ? [] : takeover.flatMap { $0 }
            )
        }
        throw KitProblem(module: modules.first ?? "", places: candidates.map { "\($0)/Modules" })
    }

    private static func module(_ name: String, in folder: String) throws(KitProblem) -> Module {
        let interface = "\(folder)/Modules/\(name).swiftmodule"
        let build = "\(folder)/\(name).build"
        let objects = currentObjects(in: build)
        guard FileManager.default.fileExists(atPath: interface) else {
            throw KitProblem(module: name, places: [interface])
        }
        guard !objects.isEmpty else { throw KitProblem(module: name, places: ["\(build)/*.o"]) }
        return Module(name: name, interface: interface, objects: objects)
    }

    /// The objects of the sources that there are now. SwiftPM leaves those of deleted sources behind, so ask its map
    /// where there is one.
    private static func currentObjects(in build: String) -> [String] {
        struct Outputs: Decodable { let object: String? }
        if let data = FileManager.default.contents(atPath: "\(build)/output-file-map.json"),
            let map = try? JSONDecoder().decode([String: Outputs].self, from: data)
        {
            let objects = map.values.compactMap {
                $0.object.map { "\(build)/\(URL(fileURLWithPath: $0).lastPathComponent)" }
            }
            if !objects.isEmpty, objects.allSatisfy(FileManager.default.fileExists(atPath:)) { return objects.sorted() }
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: build)) ?? []
        return names.filter { $0.hasSuffix(".o") }.sorted().map { "\(build)/\($0)" }
    }

    /// Changes whenever the kit was built anew.
    var fingerprint: Fingerprint {
        Fingerprint { key in
            for module in modules {
                key.add(module.name)
                key.add(stampOf: module.interface)
                for object in module.objects { key.add(stampOf: object) }
            }
            for object in takeover { key.add(stampOf: object) }
        }
    }

    /// The libraries that the objects for such a program ask for; nil if that cannot be told.
    func libraries(for layout: SourceLayout) -> [String]? {
        guard let libraries, !layout.importsKit else { return libraries }
        return takeoverLibraries.map { libraries + $0.filter { !libraries.contains($0) } }
    }

    /// What the program is linked with.
    func objects(for layout: SourceLayout) -> [String] {
        modules.flatMap(\.objects) + (layout.importsKit ? [] : takeover)
    }
}

/// The kit is not where it should be.
public struct KitProblem: Error, Sendable, Equatable, CustomStringConvertible {
    public let module: String
    /// Where it was looked for.
    public let places: [String]

    public var description: String {
        "the compiled library \(module) is missing (looked for \(places.joined(separator: ", ")));"
            + " run the tutor with 'swift run tutor' or from the folder that 'swift build' made, or install it again"
    }
}
