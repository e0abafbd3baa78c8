#pragma once

#include <api/get_keys.h>
#include <api/post_documents.h>
#include <api/problem.h>

#include <base/digest.h>
#include <base/ids.h>
#include <base/signature.h>

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

/// A back office on loopback (plain HTTP) that keeps what it gets as the real one does, and misbehaves where a test
/// tells it to. It answers one connection after the other. What it holds survives stop() and start().
class ScriptedBackOffice
{
  public:
    struct Request {
        std::string method;
        std::string path;
        std::map<std::string, std::string> headers;  ///< names in lower case
        std::string body;
    };

    /// What goes wrong with one request; `times` of those that match.
    struct Fault {
        std::string method{};
        std::string path{};  ///< a beginning of the path
        int times = 1;
        std::optional<std::size_t> cutBodyAt{};  ///< the connection breaks after so many bytes of the body
        bool loseAnswer = false;                 ///< everything is done, the answer never arrives
        std::optional<api::Problem> problem{};   ///< answered in place of doing anything
        std::optional<std::string> html{};       ///< a login page of the network with status 200
        std::function<void()> beforeAnswer{};    ///< called when all was done, before the answer is sent
    };

    ScriptedBackOffice();
    ~ScriptedBackOffice();

    void start();
    void stop();
    [[nodiscard]] std::string url() const;

    [[nodiscard]] api::KeySet keys() const;

    [[nodiscard]] const base::SigningKey& catalogueKey() const { return m_catalogueKey; }

    void signWith(const base::SigningKey& key);  ///< another server's key from now on

    void fail(Fault fault);
    void forgetFaults();

    [[nodiscard]] std::vector<Request> requests() const;
    [[nodiscard]] int count(const std::string& method, const std::string& path) const;
    [[nodiscard]] int accepted() const;  ///< revisions that came for the first time
    [[nodiscard]] bool holds(const base::Digest& page) const;
    [[nodiscard]] std::size_t cases() const;

    void keepPage(const std::string& image);
    void publish(const std::string& catalogueJws, const std::vector<std::string>& guides);
    void publishOffice(const std::string& officeJws);  ///< empty: there is none
    void rememberUser(const std::string& user, const std::string& password);

    /// What GET /cases/{id} answers beside the revisions, and that there is a change to be pulled.
    void setCase(const base::CaseId& id, const std::string& detailJson);

    /// The papers it was told of, in order.
    [[nodiscard]] std::vector<api::DocumentRecord> documents() const;

    /// A revision's content as another workstation would have handed it in.
    void keepRevision(const base::CaseId& id, int revision, const std::string& jws);

  private:
    struct Reply {
        int status = 200;
        std::string type;
        std::string body;
        std::vector<std::string> headers;
    };

    struct Upload {
        base::Digest digest;
        std::size_t length = 0;
        std::string bytes;
    };

    struct Revision {
        std::string jws;
        base::Digest digest;
        std::string receipt;
    };

    void serve(std::stop_token stop);
    void serveConnection(int socket, std::stop_token stop);
    [[nodiscard]] std::optional<Fault> takeFault(const Request& request);
    [[nodiscard]] Reply answer(const Request& request);
    [[nodiscard]] Reply health(const std::string& path) const;
    [[nodiscard]] Reply missing(const std::string& body) const;
    [[nodiscard]] Reply createUpload(const Request& request);
    [[nodiscard]] Reply patchUpload(const Request& request);
    [[nodiscard]] Reply putRevision(const Request& request);
    [[nodiscard]] Reply getCase(const std::string& path) const;
    [[nodiscard]] Reply getRevision(const std::string& path) const;
    [[nodiscard]] Reply keepDocument(const Request& request);
    [[nodiscard]] Reply login(const std::string& body) const;
    void keepPartial(const Request& request);
    void finishUpload(const std::string& path, Reply& reply);

    mutable std::mutex m_mutex;
    base::SigningKey m_receiptKey = base::SigningKey::generate();
    base::SigningKey m_catalogueKey = base::SigningKey::generate();
    base::SigningKey m_signing = m_receiptKey;
    std::vector<Fault> m_faults;
    std::vector<Request> m_requests;
    std::map<base::Digest, std::string> m_pages;
    std::map<std::string, Upload> m_uploads;
    std::map<std::string, std::map<int, Revision>> m_cases;
    std::map<std::string, std::string> m_details;
    std::vector<api::DocumentRecord> m_documents;
    std::map<std::string, std::string> m_users;
    std::map<std::string, std::string> m_guides;
    std::string m_catalogue;
    std::string m_office;
    std::vector<std::string> m_changes;
    int m_accepted = 0;
    int m_nextUpload = 0;
    int m_socket = -1;
    int m_port = 0;
    std::jthread m_thread;
};
