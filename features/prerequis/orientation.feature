# language: fr
Fonctionnalité: Savoir, avant de commencer, ce qui manque encore

  @O_01
  Plan du scénario: Chaque situation a son conseil
    Étant donné une personne qui prépare son activation
    Quand elle répond "<réponses>"
    Alors elle voit l'écran "<écran>"

    Exemples: médecin
      | réponses                                                                                   | écran                                                 |
      | Je suis médecin, puis Non                                                                  | Je n'ai pas de carte CPS, comment m'en procurer une ? |
      | Je suis médecin, puis Oui, puis J'ai une carte CPS et son code porteur, puis Non           | Mettre à jour ses coordonnées                         |
      | Je suis médecin, puis Oui, puis J'ai une carte CPS et son code porteur, puis Oui, puis Non | Se procurer un lecteur                                |
      | Je suis médecin, puis Oui, puis J'ai une carte CPS et son code porteur, puis Oui, puis Oui | Tout est prêt                                         |

    Exemples: infirmière
      | réponses                                                                                                   | écran                                      |
      | Je suis infirmier ou infirmière, puis Non                                                                  | Demander une carte CPS à l'Ordre infirmier |
      | Je suis infirmier ou infirmière, puis Oui, puis J'ai une carte CPS et son code porteur, puis Oui, puis Oui | Tout est prêt                              |

    Exemples: structure
      | réponses                                                                                                        | écran                                           |
      | Je travaille dans une structure, puis Je dirige la structure                                                    | Demander une carte de directeur d'établissement |
      | Je travaille dans une structure, puis J'y suis employé                                                          | Demander une carte de personnel d'établissement |
      | Je travaille dans une structure, puis J'ai déjà ma carte, puis J'ai une carte CPS et son code porteur, puis Non | Mettre à jour ses coordonnées                   |

  @O_01
  Plan du scénario: Une carte ou un code perdu mène au formulaire d'incident
    Étant donné une personne qui prépare son activation
    Quand elle répond "Je suis médecin, puis Oui"
    Alors elle voit l'écran "Avez-vous votre carte et son code porteur ?"
    Quand elle répond "Je n'ai pas de carte CPS ou je n'ai plus son code porteur"
    Alors elle voit l'écran "Je n'ai pas de carte CPS ou je n'ai plus son code porteur"
    Quand elle répond "<perte>"
    Alors elle voit l'écran "<perte>"

    Exemples:
      | perte                                                       |
      | J'ai perdu ma carte CPS, comment en obtenir une nouvelle ?  |
      | J'ai perdu le code PIN de ma carte CPS, que dois-je faire ? |

  @O_01
  Plan du scénario: Les questions sont celles de la profession
    Étant donné une personne qui prépare son activation
    Quand elle répond "<profession>"
    Alors elle voit l'écran "<question>"

    Exemples:
      | profession                      | question                              |
      | Je suis médecin                 | Avez-vous une carte CPS non périmée ? |
      | Je suis infirmier ou infirmière | Disposez-vous d'une carte CPS ?       |
      | Je travaille dans une structure | Quelle carte vous faut-il ?           |

  @O_01
  Scénario: Les questions communes vont des coordonnées au lecteur
    Étant donné une personne qui prépare son activation
    Quand elle répond "Je suis médecin, puis Oui, puis J'ai une carte CPS et son code porteur"
    Alors elle voit l'écran "Vos coordonnées sont-elles à jour ?"
    Quand elle répond "Oui"
    Alors elle voit l'écran "Êtes-vous détenteur d'un lecteur de carte CPS ?"
