package io.qhyper.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qhyper.sandbox.SandboxSettings.Account;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives out tokens for API keys and knows them again (section 1.1). */
final class TokenDesk {
  private static final String GRANT = "urn:ibm:params:oauth:grant-type:apikey";
  private static final String BEARER = "Bearer ";

  /** In the place of a signature; by it a token that was written somewhere is found. */
  private static final String SIGNATURE = "sandbox-token-NOBODY-MAY-SEE";

  private final Account account;
  private final Map<String, Instant> ends = new HashMap<>();
  private long given;

  TokenDesk(Account account) {
    this.account = account;
  }

  Answer token(Call call, Instant now) {
    Map<String, List<String>> form = Call.pairs(new String(call.body(), StandardCharsets.UTF_8));
    String key = form.getOrDefault("apikey", List.of("")).get(0);
    boolean isRight = account.apiKey().map(key::equals).orElse(!key.isBlank());
    if (!form.getOrDefault("grant_type", List.of()).contains(GRANT)) {
      return error("BXNIM0108E", "Property missing or not supported: grant_type");
    } else if (!isRight) {
      return error("BXNIM0415E", "Provided API key could not be found.");
    }
    Instant end = now.plus(account.tokenLife());
    String token = token(now, end);
    ends.values().removeIf(old -> old.isBefore(now));
    ends.put(token, end);
    ObjectNode body = Documents.object();
    body.put("access_token", token).put("refresh_token", "not_supported");
    body.put("token_type", "Bearer").put("expires_in", account.tokenLife().toSeconds());
    body.put("expiration", end.getEpochSecond()).put("scope", "ibm openid");
    return Answer.json(200, body);
  }

  private String token(Instant now, Instant end) {
    ObjectNode claims = Documents.object();
    claims.put("iat", now.getEpochSecond()).put("exp", end.getEpochSecond()).put("jti", ++given);
    ObjectNode header = Documents.object().put("alg", "none");
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return String.join(
        ".",
        encoder.encodeToString(Documents.bytes(header)),
        encoder.encodeToString(Documents.bytes(claims)),
        SIGNATURE);
  }

  private static Answer error(String code, String message) {
    ObjectNode body = Documents.object().put("errorCode", code).put("errorMessage", message);
    body.putObject("context").put("requestId", "sandbox");
    return Answer.json(400, body);
  }

  /** Refuses a call without a token that is taken now. */
  void check(Call call, Instant now) {
    String header = call.header("authorization").orElse("");
    Instant end = header.startsWith(BEARER) ? ends.get(header.substring(BEARER.length())) : null;
    if (end == null || !now.isBefore(end)) {
      throw new Refusal(
          401,
          end == null ? "1201" : "1219",
          end == null ? "Invalid credentials." : "Authentication failed: the token has expired.",
          "Ask for a new token.");
    }
  }

  /** From now on no token is taken that was given before. */
  void revoke() {
    ends.replaceAll((token, end) -> Instant.MIN);
  }
}
