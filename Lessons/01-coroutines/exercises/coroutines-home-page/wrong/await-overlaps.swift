import ConcurrencyKit

struct Home: Equatable {
    var profile: String
    var photo: String
    var comments: String
}

func loadHome(
    of user: String,
    with fetch: @escaping (String) async throws -> String
) async throws -> Home {
    let profile = try await fetch("profile/\(user)")
    let photo = try await fetch("photo/\(user)")
    let comments = try await fetch("comments/\(photo)")
    return Home(profile: profile, photo: photo, comments: comments)
}
