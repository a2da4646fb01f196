# language: fr
Fonctionnalité: Une carte en panne, vue par le logiciel

  @K_06
  Scénario: Une carte retirée pendant un ordre ne revient pas d'elle-même
    Étant donné la carte "CPS de médecin", dans un lecteur
    Et la carte a la panne "retrait-pendant-commande"
    Quand le logiciel envoie "00 B0 9C 00 0C"
    Alors le logiciel apprend que la carte a été retirée
    Et le logiciel ne retrouve plus la carte

  @K_06
  Scénario: Une coupure pendant le code porteur coûte l'essai
    Étant donné la carte "CPS de médecin", hors de tout lecteur
    Et la carte a la panne "coupure-pendant-code-porteur"
    Quand le logiciel présente le bon code porteur
    Et que la carte est réinitialisée
    Et que le logiciel envoie "00 20 00 01 00"
    Alors la carte répond "63 C2"

  @K_06
  Plan du scénario: Une réponse abîmée arrive telle quelle au logiciel
    Étant donné la carte "CPS de médecin", dans un lecteur
    Et la carte a la panne "<panne>"
    Quand le logiciel envoie "00 B0 9C 00 0C"
    Alors la carte répond "<réponse>"

    Exemples:
      | panne               | réponse                       |
      | lecture-corrompue   | ** 0A 80 25 00 00 01 … 90 00  |
      | mot-d-etat-corrompu | 5A 0A … 90 01                 |
      | erreur-interne      | 6F 00                         |
