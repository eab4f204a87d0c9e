package io.github.acrdoctor.rules;

import java.util.Map;
import java.util.TreeMap;

/** Conditions of every form that the gate lets through, odd ones included. */
final class Grammar {
  private static final String[] CONDITIONS = {
    "Registry( sku == \"Basic\" || sku == \"Standard\" )",
    "Registry( sku == \"Basic\" && name == \"contoso\" || exists == Answer.NO )",
    "Registry( !( sku == \"Basic\" || name == null ) )",
    "Registry( sku not in ( \"Basic\", \"Premium\" ) )",
    "Registry( sku in ( \"Basic\", null ) )",
    "Registry( \"Basic\" == sku )",
    "Registry( name == loginServer )",
    "Registry( name != loginServer )",
    "Registry( $n : name == \"contoso\" )\n    Attempt( user == $n )",
    "Registry( $n : name != null )\n    not Attempt( user == $n )",
    "Registry( $n : name )\n    exists Attempt( user == $n )",
    "Registry( $n : name )\n    Attempt( user != $n )",
    "HttpProbe( status >= 500 )",
    "HttpProbe( status > 401, status <= 500 )",
    "HttpProbe( status < 401 )",
    "HttpProbe( !( status < 401 ) )",
    "HttpProbe( status == null )",
    "HttpProbe( status in ( 401, 403 ) )",
    "HttpProbe( status not in ( 401, 403 ) )",
    "HttpProbe( $s : status )\n    HttpProbe( status > $s )",
    "ClockOffset( beyond( 300 ) )",
    "ClockOffset( seconds < -300 || seconds > 300 )",
    "DnsAnswer( isPublic() || isPrivate() )",
    "DnsAnswer( !isPublic(), resolver == \"system\" )",
    "DnsAnswer( isPublic() && !isPrivateLink() )",
    "ClientAddress( $ip : ip, ip != null )\n    NetworkRule( covers( $ip ) )",
    "ClientAddress( $ip : ip, ip != null )\n    not NetworkRule( covers( $ip ) )",
    "Clock( $now : now )\n    Credential( expiredAt( $now ) || validAt( $now ) )",
    "Clock( $now : now )\n    Credential( expiresAt < $now )",
    "Clock( $now : now )\n    Credential( createdAt >= $now )",
    "Clock( $now : now )\n    not Credential( expiresAt > $now )",
    "( Registry( sku == \"Basic\" ) or Image( exists == Answer.NO ) )",
    "( exists Registry( sku == \"Basic\" ) or not Image( exists == Answer.NO ) )",
    "Registry() and ( Image( tag == \"1.0\" ) or Attempt( action == \"push\" ) )",
    "not ( Registry( sku == \"Basic\" ) and Image( exists == Answer.NO ) )",
    "exists ( Registry( sku == \"Basic\" ) and Image( exists == Answer.NO ) )",
    "exists ( Registry( $n : name, name != null ) and Attempt( user == $n ) )",
    "not ( Registry( $n : name, name != null ) and Attempt( user == $n ) )",
    "not Registry()",
    "not ( Registry( sku == \"Basic\" ) or Image( exists == Answer.NO ) )",
    "Registry( $r : sku, $n : name )\n    Registry( sku == $r, name != $n )",
    "Symptom( id == \"a\" , $h : host )\n    Registry( loginServer == $h )",
    "Symptom( id in ( \"a\", \"b\" ), status == \"403\" )",
    "Symptom( id == \"a\" )\n    Symptom( id == \"b\" )",
    "Symptom( host != \"\", host == repository )",
    "Registry( publicNetworkAccess != Answer.UNKNOWN )",
    "Registry( publicNetworkAccess == adminUserEnabled )",
    "Registry( publicNetworkAccess in ( Answer.YES, Answer.UNKNOWN ) )",
    "$r : Registry( sku == \"Basic\" )\n    Image( tag == \"1.0\" )",
    "Registry( createdAt == null )",
    "Registry( name < \"contoso\" )",
    "Registry( name >= loginServer )"
  };

  private Grammar() {}

  /** The rule files, one for each condition, by path. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < CONDITIONS.length; i++) {
      files.put(
          "rules/network/odd-" + i + ".drl",
          """
          package causes

          rule "odd-%d: reason"
          when
              %s
          then
              insertLogical( hint( kcontext ) );
          end
          """
              .formatted(i, CONDITIONS[i]));
    }
    return files;
  }
}
