import Foundation

/// Compiled programs on disk, by fingerprint.
///
///     FOLDER/programs/<fingerprint>/program, manifest.json
///     FOLDER/work/…        compilations in progress
///     FOLDER/modules/…     the compiler's own cache
///
/// An entry appears whole or not at all (it is renamed into place), so any number of tutors can share the folder. An
/// entry that does not match its manifest, as a power cut may leave it, counts as none and is replaced.
struct ProgramCache: Sendable {
    let folder: String
    /// Beyond this the entries that were unused for longest go.
    let maximumBytes: Int
    /// Whether the folder is this session's own, because the one asked for cannot be written.
    let isTemporary: Bool

    /// Uses `preferred`, or a new folder in `temporary` if nothing can be written there.
    init(preferred: String, temporary: String, maximumBytes: Int = 200_000_000) throws(TemporaryFolder.Problem) {
        self.maximumBytes = maximumBytes
        if Self.prepare(preferred) {
            folder = preferred
            isTemporary = false
            return
        }
        folder = try TemporaryFolder(in: temporary, name: "async-tutor-cache").path
        isTemporary = true
        guard Self.prepare(folder) else {
            throw TemporaryFolder.Problem(description: "\(folder): cannot be written")
        }
    }

    /// - Returns: Whether the folder can be used: really, by making something in each part of it.
    private static func prepare(_ folder: String) -> Bool {
        for part in ["programs", "work", "modules"] {
            let path = "\(folder)/\(part)"
            let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try? FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: owner
            )
            guard let probe = try? TemporaryFolder(in: path, name: "probe") else { return false }
            if part == "work" { sweep(path, youngerThan: probe.path) }
            probe.remove()
        }
        return true
    }

    /// Removes what compilations that were killed left behind, an hour before `probe` was made or earlier.
    private static func sweep(_ work: String, youngerThan probe: String) {
        guard let now = stamp(probe)?.changed else { return }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: work)) ?? [] {
            let path = "\(work)/\(name)"
            if let left = stamp(path)?.changed, left < now - 3600 { try? FileManager.default.removeItem(atPath: path) }
        }
    }

    var moduleCache: String { "\(folder)/modules" }
    var toolchainMemory: String { "\(folder)/toolchain.json" }

    func removeIfTemporary() {
        if isTemporary { TemporaryFolder(path: folder).remove() }
    }

    func makeWorkFolder() throws(TemporaryFolder.Problem) -> TemporaryFolder {
        try TemporaryFolder(in: "\(folder)/work", name: "compile")
    }
}

// MARK: - Entries

extension ProgramCache {
    private struct Manifest: Codable {
        var format = "async-tutor/program/v1"
        let size: Int
        let checksum: UInt64
        let warnings: [CompileDiagnostic]
    }

    private func entry(_ key: Fingerprint) -> String { "\(folder)/programs/\(key.hex)" }

    /// The program, if it is there and whole.
    func program(_ key: Fingerprint) -> Program? {
        let entry = entry(key)
        guard let data = FileManager.default.contents(atPath: "\(entry)/manifest.json"),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data),
            FileManager.default.isExecutableFile(atPath: "\(entry)/program"),
            let contents = Contents(path: "\(entry)/program"),
            contents.size == manifest.size, contents.checksum == manifest.checksum
        else { return nil }
        // Used just now: the time of change is what eviction goes by.
        _ = utimes(entry, nil)
        return Program(executable: "\(entry)/program", warnings: manifest.warnings)
    }

    /// Makes the folder `built`, which holds `program`, the entry for `key`, and makes room for it.
    ///
    /// - Returns: The program at its place in the cache; nil if it cannot be put there, and then it stays where it was.
    func publish(_ built: TemporaryFolder, _ key: Fingerprint, warnings: [CompileDiagnostic]) -> Program? {
        let entry = entry(key)
        guard let contents = Contents(path: "\(built.path)/program") else { return nil }
        let manifest = Manifest(size: contents.size, checksum: contents.checksum, warnings: warnings)
        guard let data = try? JSONEncoder().encode(manifest),
            (try? data.write(to: URL(fileURLWithPath: "\(built.path)/manifest.json"))) != nil
        else { return nil }
        if rename(built.path, entry) != 0 {
            // Another tutor was faster, or something broken is in the way.
            if let theirs = program(key) { return theirs }
            guard let aside = try? makeWorkFolder() else { return nil }
            defer { aside.remove() }
            guard rename(entry, "\(aside.path)/broken") == 0, rename(built.path, entry) == 0 else { return nil }
        }
        evict(keeping: entry)
        return Program(executable: "\(entry)/program", warnings: warnings)
    }

    /// Nothing goes that was used in the ten minutes before `newest`: another tutor may be about to run it.
    private func evict(keeping newest: String) {
        guard let now = Self.stamp(newest)?.changed else { return }
        let programs = "\(folder)/programs"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: programs)) ?? []
        let entries = names.map { name in
            let path = "\(programs)/\(name)"
            return (
                path: path, used: Self.stamp(path)?.changed ?? 0, bytes: Self.stamp("\(path)/program")?.size ?? 0
            )
        }
        var total = entries.map(\.bytes).reduce(0, +)
        for entry in entries.sorted(by: { $0.used < $1.used }) where total > maximumBytes && entry.used < now - 600 {
            try? FileManager.default.removeItem(atPath: entry.path)
            total -= entry.bytes
        }
    }

    /// In bytes, and in seconds since 1970.
    private static func stamp(_ path: String) -> (size: Int, changed: Int)? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            return (Int(status.st_size), status.st_mtimespec.tv_sec)
        #else
            return (Int(status.st_size), status.st_mtim.tv_sec)
        #endif
    }

    private struct Contents {
        let size: Int
        let checksum: UInt64

        init?(path: String) {
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
                return nil
            }
            size = data.count
            // FNV-1a over words instead of bytes: it is against accidents, and must not take longer than the run.
            checksum = data.withUnsafeBytes { bytes in
                var hash: UInt64 = 0xcbf2_9ce4_8422_2325
                let words = bytes.count / 8
                for index in 0..<words {
                    hash =
                        (hash ^ bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
                        &* 0x0000_0100_0000_01b3
                }
                for byte in bytes[(words * 8)...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
                return hash
            }
        }
    }
}
